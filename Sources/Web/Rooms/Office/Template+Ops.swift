extension Template {
    /// The office's first page.
    static let ops = """
        {{<layout}}{{$content}}
        <h1>{{t.menu.office}}</h1>
        <p class="lead">{{t.office.lead}} {{now}}</p>
        {{#late}}<p class="banner" role="status"><strong>{{t.office.late}}</strong> {{.}}</p>{{/late}}
        <section aria-labelledby="waits">
        <h2 id="waits">{{t.office.waits}}</h2>
        <dl class="figures">
        {{#groups}}<div><dt>{{name}}</dt><dd><a href="{{path}}">{{count}}</a>\
        {{#oldest}}<span class="quiet age">{{t.office.oldest}} <time datetime="{{machine}}">{{said}}</time> \
        ({{days}} {{t.office.days}})</span>{{/oldest}}</dd></div>
        {{/groups}}
        <div><dt>{{t.total}}</dt><dd><a href="/ops/waits">{{total}}</a></dd></div>
        </dl>
        </section>
        <nav class="pages" aria-label="{{t.office.lists}}">
        {{#lists}}<a href="{{path}}">{{name}}</a>
        {{/lists}}
        </nav>
        {{#sections}}
        <section aria-labelledby="{{id}}">
        <h2 id="{{id}}">{{name}}</h2>
        {{#hasLines}}
        <div class="wide" role="region" aria-labelledby="{{id}}" tabindex="0"><table class="dense">
        <thead><tr>{{#headings}}<th scope="col"{{#isNumber}} class="n"{{/isNumber}}>{{label}}</th>{{/headings}}</tr></thead>
        <tbody>
        {{#lines}}
        <tr>{{#cells}}{{> cell}}{{/cells}}</tr>
        {{/lines}}
        </tbody></table></div>
        {{/hasLines}}
        {{^hasLines}}<p class="quiet">{{none}}</p>{{/hasLines}}
        </section>
        {{/sections}}
        {{/content}}{{/layout}}
        """
}
