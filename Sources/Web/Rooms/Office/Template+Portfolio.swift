extension Template {
    /// The agreements in force in figures, tables with bars, and a picture of their terms.
    static let portfolio = """
        {{<layout}}{{$content}}
        <h1>{{t.portfolio.title}}</h1>
        <p class="lead">{{t.portfolio.on}} {{today}}</p>
        <dl class="figures">
        {{#figures}}<div><dt>{{name}}</dt><dd><a href="{{path}}">{{count}}</a></dd></div>
        {{/figures}}
        </dl>

        <section>
        <h2 id="terms">{{t.portfolio.terms}}</h2>
        {{#hasTerms}}
        {{#pictures}}
        <svg class="{{shape}}" viewBox="0 0 {{width}} {{height}}" role="img" \
        aria-labelledby="terms-title-{{shape}} terms-more-{{shape}}">
        <title id="terms-title-{{shape}}">{{t.portfolio.terms}}</title>\
        <desc id="terms-more-{{shape}}">{{t.portfolio.termsMore}}</desc>
        {{#years}}<line class="year" x1="{{at}}" x2="{{at}}" y1="0" y2="{{bottom}}"/>\
        <text x="{{at}}" dx="4" y="14">{{year}}</text>
        {{/years}}
        {{#bars}}<text x="0" y="{{base}}">{{name}}</text>\
        <rect class="term" x="{{left}}" y="{{top}}" width="{{wide}}" height="14" rx="2"><title>{{said}}</title></rect>
        {{/bars}}
        <line class="now" x1="{{now}}" x2="{{now}}" y1="0" y2="{{bottom}}"/>
        </svg>
        {{/pictures}}
        <details>
        <summary>{{t.portfolio.termsTable}}</summary>
        <div class="wide" role="region" aria-label="{{t.portfolio.termsTable}}" tabindex="0"><table class="dense">
        <thead><tr><th scope="col">{{t.column.file}}</th><th scope="col">{{t.column.subject}}</th>\
        <th scope="col">{{t.column.instrument}}</th><th scope="col">{{t.column.start}}</th>\
        <th scope="col">{{t.column.end}}</th></tr></thead>
        <tbody>
        {{#terms}}<tr><th scope="row"><a href="{{path}}">{{file}}</a></th><td>{{about}}</td><td>{{instrument}}</td>\
        <td>{{#start}}<time datetime="{{machine}}">{{said}}</time>{{/start}}</td>\
        <td>{{#end}}<time datetime="{{machine}}">{{said}}</time>{{/end}}</td></tr>
        {{/terms}}
        </tbody></table></div>
        </details>
        {{/hasTerms}}
        {{^hasTerms}}<p class="quiet">{{t.portfolio.noTerms}}</p>{{/hasTerms}}
        </section>

        <div class="charts">
        {{#charts}}
        <section>
        <h2 id="{{id}}">{{name}}</h2>
        <table class="dense">
        <thead><tr><th scope="col">{{head}}</th><th scope="col" class="n">{{t.portfolio.count}}</th>\
        <td class="bars" aria-hidden="true"></td></tr></thead>
        <tbody>
        {{#bars}}<tr><th scope="row">{{#hasPath}}<a href="{{path}}">{{name}}</a>{{/hasPath}}\
        {{^hasPath}}{{name}}{{/hasPath}}</th><td class="n">{{count}}</td>\
        <td class="bars" aria-hidden="true"><svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" focusable="false">\
        <rect width="{{share}}" height="8"/></svg></td></tr>
        {{/bars}}
        </tbody></table>
        </section>
        {{/charts}}
        </div>
        <p class="quiet">{{t.portfolio.several}}</p>
        {{/content}}{{/layout}}
        """
}
