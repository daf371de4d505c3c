extension Template {
    /// The office's first page.
    static let ops = """
        {{<layout}}{{$content}}
        <h1>{{t.menu.office}}</h1>
        <p class="lead">{{t.office.lead}} {{now}}</p>
        {{#done}}<p class="done" role="status">{{t.form.done}}</p>{{/done}}
        {{#late}}<p class="banner" role="status"><strong>{{t.office.late}}</strong> {{.}}</p>{{/late}}
        <section>
        <h2 id="waits">{{t.office.waits}}</h2>
        <dl class="figures">
        {{#groups}}<div><dt>{{name}}</dt><dd><a href="{{path}}">{{count}}</a>\
        {{#oldest}}<span class="quiet age">{{t.office.oldest}} <time datetime="{{machine}}">{{said}}</time> \
        ({{days}} {{unit}})</span>{{/oldest}}</dd></div>
        {{/groups}}
        <div><dt>{{t.total}}</dt><dd><a href="/ops/waits">{{total}}</a></dd></div>
        </dl>
        </section>
        <nav class="pages" aria-label="{{t.office.lists}}">
        {{#lists}}<a href="{{path}}">{{name}}</a>
        {{/lists}}
        </nav>
        {{#hasClock}}
        <section>
        <h2 id="clock">{{t.clock.title}}</h2>
        {{> problems}}
        <p class="quiet">{{t.clock.lead}}</p>
        <form method="post" action="/ops/clock"><input type="hidden" name="formKey" value="{{formKey}}">
        <p>{{#spans}}<button class="second" name="to" value="{{to}}">{{name}}</button> {{/spans}}</p></form>
        <form method="post" action="/ops/clock" class="narrow"><input type="hidden" name="formKey" value="{{formKey}}">
        <div class="field"><label for="to">{{t.clock.to}}</label>
        <input id="to" name="to" type="datetime-local" value="{{typed}}" required></div>
        <p><button>{{t.clock.advance}}</button></p></form>
        </section>
        {{/hasClock}}
        {{#sections}}
        <section>
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
