extension Template {
    /// What is expected.
    static let forecast = """
        {{<layout}}{{$content}}
        <h1>{{t.forecast.title}}</h1>
        <p class="lead">{{t.forecast.lead}}</p>
        {{> problems}}
        <form method="get" action="/forecast" class="filters" role="search" aria-label="{{t.forecast.title}}">
        <div class="field"><label for="until">{{t.forecast.until}}</label>
        <input id="until" name="until" type="date" value="{{until}}" required></div>
        <p class="send"><button>{{t.list.show}}</button></p>
        </form>
        {{^isRefused}}
        <p class="lead">{{count}} {{#isOne}}{{t.list.line}}{{/isOne}}{{^isOne}}{{t.list.lines}}{{/isOne}}\
         · <a href="{{calendar}}">{{t.forecast.calendar}}</a> · <a href="{{sheet}}">{{t.list.sheet}}</a></p>
        {{#isPartial}}<p class="quiet">{{t.forecast.partial}}</p>{{/isPartial}}
        {{#isCut}}<p class="quiet">{{t.forecast.cut}}</p>{{/isCut}}
        {{#hasLines}}
        <div class="wide" role="region" aria-label="{{t.forecast.title}}" tabindex="0"><table class="dense">
        <thead><tr>{{#headings}}<th scope="col"{{#isNumber}} class="n"{{/isNumber}}>{{label}}</th>{{/headings}}</tr></thead>
        <tbody>
        {{#lines}}
        <tr>{{#cells}}{{> cell}}{{/cells}}</tr>
        {{/lines}}
        </tbody></table></div>
        {{/hasLines}}
        {{^hasLines}}<p class="quiet">{{t.forecast.none}}</p>{{/hasLines}}
        {{/isRefused}}
        {{/content}}{{/layout}}
        """
}
