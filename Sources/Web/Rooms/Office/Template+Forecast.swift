extension Template {
    /// What is expected, by months.
    static let forecast = """
        {{<layout}}{{$content}}
        <h1>{{t.forecast.title}}</h1>
        <p class="lead">{{t.forecast.lead}}</p>
        {{> problems}}
        <form method="get" action="/forecast" class="filters" role="search" aria-label="{{t.forecast.title}}">
        <div class="field"><label for="until">{{t.forecast.until}}</label>
        <input id="until" name="until" type="date" value="{{until}}" required></div>
        {{^isRefused}}
        <div class="field"><label for="kind">{{t.column.kind}}</label>
        <select id="kind" name="kind"><option value="">{{t.list.all}}</option>{{#kinds}}\
        <option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>{{/kinds}}</select></div>
        <div class="field"><label for="file">{{t.column.file}}</label>
        <select id="file" name="file"><option value="">{{t.list.all}}</option>{{#files}}\
        <option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>{{/files}}</select></div>
        <input type="hidden" name="month" value="{{month}}">
        {{/isRefused}}
        <p class="send"><button>{{t.list.show}}</button></p>
        </form>
        {{^isRefused}}
        <p class="lead"><a href="{{calendar}}">{{t.forecast.calendar}}</a> · <a href="{{sheet}}">{{t.list.sheet}}</a></p>
        {{#isPartial}}<p class="quiet">{{t.forecast.partial}}</p>{{/isPartial}}
        <nav aria-label="{{t.forecast.months}}"><ul class="months">
        {{#months}}<li><a href="{{link}}"{{#isShown}} aria-current="true"{{/isShown}}>{{name}} <span>{{count}}</span></a></li>
        {{/months}}</ul></nav>
        <h2>{{name}} <span class="subject">{{count}}</span></h2>
        <table class="calendar"><caption class="hidden">{{name}}</caption>
        <thead><tr>{{#weekdays}}<th scope="col">{{.}}</th>{{/weekdays}}</tr></thead>
        <tbody>{{#weeks}}<tr>{{#cells}}<td{{#isToday}} aria-current="date"{{/isToday}}>\
        {{^lines}}{{number}}{{/lines}}{{#lines}}<a href="#d{{day}}">{{number}} <span>{{count}}<span class="word">{{word}}</span></span></a>{{/lines}}</td>{{/cells}}</tr>
        {{/weeks}}</tbody></table>
        {{#days}}
        <h3 id="d{{day}}">{{said}}</h3>
        <ul class="agenda">
        {{#entries}}<li><span class="when">{{#hasTime}}{{time}}{{/hasTime}}{{^hasTime}}{{t.forecast.wholeDay}}{{/hasTime}}</span> \
        <span class="kind">{{kind}}</span> <a href="{{path}}">{{file}}</a> \
        <span>{{title}}{{#hasWhom}} <span class="quiet">· {{whom}}</span>{{/hasWhom}}</span></li>
        {{/entries}}</ul>
        {{/days}}
        {{^hasLines}}<p class="quiet">{{t.forecast.none}}</p>{{/hasLines}}
        {{> pages}}
        {{/isRefused}}
        {{/content}}{{/layout}}
        """
}
