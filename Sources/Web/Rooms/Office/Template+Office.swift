extension Template {
    /// The pages of the portfolio and of the office.
    static let office = [
        "list": list, "filters": filters, "pages": pages, "cell": cell, "portfolio": portfolio, "office": ops,
        "notice-sheet": noticeSheet,
        "forecast": forecast, "settings": settings,
    ].merging(repair) { $1 }

    private static let list = """
        {{<layout}}{{$content}}
        {{#isOffice}}<p class="crumbs"><a href="/ops">{{t.menu.office}}</a></p>{{/isOffice}}
        <h1>{{title}}</h1>
        {{#done}}<p class="done" role="status">{{t.form.done}}</p>{{/done}}
        {{#hasSettings}}{{> settings}}{{/hasSettings}}
        {{#hasEntries}}<p class="buttons">{{#entries}}<a class="button second" href="{{path}}">{{name}}</a> {{/entries}}</p>\
        {{/hasEntries}}
        {{> filters}}
        <p class="lead" id="list">{{count}} {{#isOne}}{{t.list.line}}{{/isOne}}{{^isOne}}{{t.list.lines}}{{/isOne}}\
        {{#hasLines}} · <a href="{{sheet}}">{{t.list.sheet}}</a>{{/hasLines}}</p>
        {{#hasLines}}
        <div class="wide" role="region" aria-label="{{title}}" tabindex="0"><table class="dense" aria-describedby="list">
        <thead><tr>{{#headings}}<th scope="col"{{#isNumber}} class="n"{{/isNumber}}>{{label}}</th>{{/headings}}</tr></thead>
        <tbody>
        {{#lines}}
        <tr>{{#cells}}{{> cell}}{{/cells}}</tr>
        {{/lines}}
        </tbody></table></div>
        {{/hasLines}}
        {{^hasLines}}<p class="quiet">{{#isNarrowed}}{{t.list.empty}}{{/isNarrowed}}{{^isNarrowed}}{{t.list.none}}{{/isNarrowed}}</p>{{/hasLines}}
        {{> pages}}
        {{/content}}{{/layout}}
        """

    /// The form that narrows a list.
    private static let filters = """
        {{#hasFilters}}
        <form method="get" action="{{action}}" class="filters" role="search" aria-label="{{t.list.filters}}">
        {{#filters}}
        <div class="field"><label for="filter-{{name}}">{{label}}</label>
        {{#isTyped}}<input id="filter-{{name}}" name="{{name}}" {{#isDay}}type="date"{{/isDay}}\
        {{^isDay}}type="search" maxlength="200"{{/isDay}} value="{{value}}">{{/isTyped}}
        {{^isTyped}}<select id="filter-{{name}}" name="{{name}}">
        {{^isFixed}}<option value="">{{t.list.all}}</option>{{/isFixed}}
        {{#options}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>{{/options}}
        </select>{{/isTyped}}</div>
        {{/filters}}
        <p class="send"><button>{{t.list.show}}</button> <a href="{{action}}">{{t.list.reset}}</a></p>
        </form>
        {{/hasFilters}}

        """

    private static let pages = """
        {{#hasPages}}
        <nav class="pages" aria-label="{{t.list.pages}}">
        {{#previous}}<a href="{{.}}" rel="prev">{{t.list.previous}}</a>{{/previous}}
        <span>{{place}}</span>
        {{#next}}<a href="{{.}}" rel="next">{{t.list.next}}</a>{{/next}}
        </nav>
        {{/hasPages}}

        """

    private static let cell = """
        {{#isHead}}<th scope="row">{{/isHead}}{{^isHead}}<td{{#isNumber}} class="n"{{/isNumber}}>{{/isHead}}\
        {{#plain}}{{.}}{{/plain}}\
        {{#time}}<time datetime="{{machine}}">{{said}}</time>{{/time}}\
        {{#anchor}}<a href="{{href}}"{{#isShort}} class="short"{{/isShort}}>{{said}}</a>{{/anchor}}\
        {{#hasAnchors}}{{#anchors}}<a href="{{href}}">{{said}}</a> {{/anchors}}{{/hasAnchors}}\
        {{#label}}<span class="tag {{code}}">{{said}}</span>{{/label}}\
        {{#hasTexts}}{{#texts}}<details><summary>{{count}}</summary><ol>{{#each}}<li><code>{{.}}</code></li>{{/each}}</ol>\
        </details>{{/texts}}{{/hasTexts}}\
        {{#button}}<form method="post" action="{{.}}"><input type="hidden" name="formKey" value="{{formKey}}">\
        <button class="second small">{{t.list.redrive}}</button></form>{{/button}}\
        {{#isHead}}</th>{{/isHead}}{{^isHead}}</td>{{/isHead}}
        """
}
