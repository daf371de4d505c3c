extension Template {
    /// The start page for anyone.
    static let welcome = """
        {{<layout}}{{$content}}
        <h1>{{institution}}</h1>
        <p class="lead">{{t.welcome.lead}}</p>
        {{^visitor}}<p><a class="button" href="/login?lang={{lang}}">{{t.menu.login}}</a></p>
        {{#isSimulated}}<p class="quiet">{{t.welcome.accounts}}</p>{{/isSimulated}}{{/visitor}}
        {{#visitor}}{{#isAccount}}<p><a class="button" href="/todo">{{t.menu.todo}}</a></p>{{/isAccount}}{{/visitor}}
        <p class="quiet">{{t.welcome.contact}} <a href="mailto:{{contact}}">{{contact}}</a></p>
        {{/content}}{{/layout}}
        """

    /// The start page of those who may see how the office stands: what runs, and how it does.
    static let start = """
        {{<layout}}{{$content}}
        <h1>{{institution}}</h1>
        <p class="lead">{{t.start.lead}}</p>
        <dl class="facts">
        <div><dt>{{t.fact.legalTime}}</dt><dd><time datetime="{{now.machine}}">{{now.text}}</time></dd></div>
        <div><dt>{{t.fact.database}}</dt><dd>{{database}}</dd></div>
        <div><dt>{{t.fact.version}}</dt><dd>{{version}}</dd></div>
        </dl>

        <section>
        <h2 id="agreements">{{t.agreements.title}}</h2>
        {{#hasAgreements}}
        <div class="wide" role="region" aria-labelledby="agreements" tabindex="0">
        <table>
        <caption>{{t.agreements.caption}}</caption>
        <thead>
        <tr>\
        <th scope="col">{{t.agreements.instrument}}</th>\
        {{#statuses}}<th scope="col" class="n">{{.}}</th>{{/statuses}}\
        <th scope="col" class="n">{{t.total}}</th></tr>
        </thead>
        <tbody>
        {{#instruments}}
        <tr>\
        <th scope="row">{{name}}</th>{{#counts}}<td class="n">{{.}}</td>{{/counts}}\
        <td class="n">{{total}}</td></tr>
        {{/instruments}}
        </tbody>
        <tfoot>
        <tr>\
        <th scope="row">{{t.total}}</th>{{#totals}}<td class="n">{{.}}</td>{{/totals}}\
        <td class="n">{{grandTotal}}</td></tr>
        </tfoot>
        </table>
        </div>
        {{/hasAgreements}}
        {{^hasAgreements}}<p class="quiet">{{t.agreements.empty}}</p>{{/hasAgreements}}
        </section>

        <section>
        <h2 id="tasks">{{t.tasks.title}}</h2>
        {{#hasTasks}}
        <table>
        <caption>{{t.tasks.caption}}</caption>
        <thead>
        <tr><th scope="col">{{t.tasks.role}}</th><th scope="col" class="n">{{t.tasks.open}}</th>\
        <th scope="col">{{t.tasks.oldest}}</th></tr>
        </thead>
        <tbody>
        {{#tasks}}
        <tr><th scope="row">{{role}}</th><td class="n">{{open}}</td>\
        <td>{{#oldest}}<time datetime="{{machine}}">{{text}}</time>{{/oldest}}{{^oldest}}–{{/oldest}}</td>\
        </tr>
        {{/tasks}}
        </tbody>
        </table>
        {{/hasTasks}}
        {{^hasTasks}}<p class="quiet">{{t.tasks.empty}}</p>{{/hasTasks}}
        </section>

        <section>
        <h2 id="due">{{t.due.title}}</h2>
        {{#hasDue}}
        <ol class="due">
        {{#due}}
        <li>\
        <time datetime="{{at.machine}}">{{at.text}}</time> \
        <span>{{what}}{{#reference}} · {{.}}{{/reference}}</span></li>
        {{/due}}
        </ol>
        {{/hasDue}}
        {{^hasDue}}<p class="quiet">{{t.due.empty}}</p>{{/hasDue}}
        </section>

        <section>
        <h2 id="machine">{{t.machine.title}}</h2>
        <dl class="figures">
        {{#figures}}
        <div{{#alert}} class="alert"{{/alert}}><dt>{{label}}</dt>\
        <dd>{{count}}{{#alert}} <span>{{t.attention}}</span>{{/alert}}</dd></div>
        {{/figures}}
        </dl>
        </section>

        <section>
        <h2 id="commands">{{t.commands.title}}</h2>
        <p>{{t.commands.lead}}</p>
        <dl class="commands">
        {{#commands}}
        <div><dt><code>{{line}}</code></dt><dd>{{meaning}}</dd></div>
        {{/commands}}
        </dl>
        </section>
        {{/content}}{{/layout}}
        """
}
