extension Template {
    /// Absence and delegation.
    static let leave = ["leave": page, "leave-days": days]

    /// A first and a last day, each with what is wrong with it.
    private static let days = """
        <div class="field{{#firstProblem}} wrong{{/firstProblem}}"><label for="{{part}}-first">{{t.leave.first}}</label>
        {{#firstProblem}}<p class="problem" id="{{part}}-first-problem">{{.}}</p>{{/firstProblem}}
        <input id="{{part}}-first" name="first" type="date" required value="{{first}}" min="{{today}}"\
        {{#firstProblem}} aria-invalid="true" aria-describedby="{{part}}-first-problem"{{/firstProblem}}></div>
        <div class="field{{#lastProblem}} wrong{{/lastProblem}}"><label for="{{part}}-last">{{t.leave.last}}</label>
        {{#lastProblem}}<p class="problem" id="{{part}}-last-problem">{{.}}</p>{{/lastProblem}}
        <input id="{{part}}-last" name="last" type="date" required value="{{last}}" min="{{today}}"\
        {{#lastProblem}} aria-invalid="true" aria-describedby="{{part}}-last-problem"{{/lastProblem}}></div>

        """

    private static let page = """
        {{<layout}}{{$content}}
        <h1>{{t.menu.leave}}</h1>
        {{#done}}<p class="done" role="status">{{t.form.done}}</p>{{/done}}
        {{#recorded}}
        <div class="done" role="status"><p>{{t.leave.recorded}}</p>
        <p>{{t.leave.gaps}}</p>
        <ul class="plain">{{#left}}<li><a href="{{path}}">{{name}}</a></li>{{/left}}</ul></div>
        {{/recorded}}
        {{> problems}}
        <h2>{{t.leave.absences}}</h2>
        <p>{{t.leave.absenceHelp}}</p>
        {{#hasAbsences}}
        <ul class="plain">
        {{#absences}}<li><form method="post" action="/leave/absences/end">\
        <input type="hidden" name="formKey" value="{{formKey}}"><input type="hidden" name="request" value="{{request}}-e">\
        <input type="hidden" name="id" value="{{id}}">{{first}} – {{last}} \
        <button class="small second">{{t.leave.end}}</button></form></li>{{/absences}}
        </ul>
        {{/hasAbsences}}
        <form method="post" action="/leave/absences" class="narrow">
        <input type="hidden" name="formKey" value="{{formKey}}"><input type="hidden" name="request" value="{{request}}-a">
        {{#absenceDays}}{{> leave-days}}{{/absenceDays}}
        <p><button>{{t.leave.add}}</button></p>
        </form>

        <h2>{{t.leave.delegations}}</h2>
        <p>{{t.leave.delegationHelp}}</p>
        {{#hasGiven}}
        <h3 id="given">{{t.leave.given}}</h3>
        <div class="wide" role="region" aria-labelledby="given" tabindex="0"><table>
        <thead><tr><th scope="col">{{t.leave.to}}</th><th scope="col">{{t.leave.role}}</th>\
        <th scope="col">{{t.leave.scope}}</th><th scope="col">{{t.leave.first}}</th><th scope="col">{{t.leave.until}}</th>\
        <th scope="col">{{t.leave.revoke}}</th></tr></thead>
        <tbody>
        {{#given}}<tr><th scope="row">{{other}}</th><td>{{role}}</td><td>{{scope}}</td><td>{{from}}</td><td>{{until}}</td>\
        <td>{{#isOpen}}<form method="post" action="/leave/delegations/revoke">\
        <input type="hidden" name="formKey" value="{{formKey}}"><input type="hidden" name="request" value="{{request}}-r">\
        <input type="hidden" name="id" value="{{id}}"><button class="small second">{{t.leave.revoke}}</button></form>{{/isOpen}}\
        {{^isOpen}}{{t.leave.over}}{{/isOpen}}</td></tr>{{/given}}
        </tbody></table></div>
        {{/hasGiven}}
        {{#hasReceived}}
        <h3 id="received">{{t.leave.received}}</h3>
        <div class="wide" role="region" aria-labelledby="received" tabindex="0"><table>
        <thead><tr><th scope="col">{{t.leave.for}}</th><th scope="col">{{t.leave.role}}</th>\
        <th scope="col">{{t.leave.scope}}</th><th scope="col">{{t.leave.first}}</th><th scope="col">{{t.leave.until}}</th>\
        </tr></thead>
        <tbody>
        {{#received}}<tr><th scope="row">{{other}}</th><td>{{role}}</td><td>{{scope}}</td><td>{{from}}</td><td>{{until}}\
        {{^isOpen}} ({{t.leave.over}}){{/isOpen}}</td></tr>{{/received}}
        </tbody></table></div>
        {{/hasReceived}}
        {{#canDelegate}}
        <h3>{{t.leave.new}}</h3>
        <form method="post" action="/leave/delegations" class="narrow">
        <input type="hidden" name="formKey" value="{{formKey}}"><input type="hidden" name="request" value="{{request}}-d">
        <div class="field"><label for="role">{{t.leave.role}}</label>
        <select id="role" name="role" required>{{#roles}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>\
        {{label}}</option>{{/roles}}</select></div>
        <div class="field{{#granteeProblem}} wrong{{/granteeProblem}}"><label for="grantee">{{t.leave.to}}</label>
        {{#granteeProblem}}<p class="problem" id="grantee-problem">{{.}}</p>{{/granteeProblem}}
        <select id="grantee" name="grantee" required\
        {{#granteeProblem}} aria-invalid="true" aria-describedby="grantee-problem"{{/granteeProblem}}><option value="">{{t.form.choose}}</option>
        {{#people}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>{{/people}}</select></div>
        <div class="field{{#scopeProblem}} wrong{{/scopeProblem}}"><label for="scope">{{t.leave.scope}}</label>
        {{#scopeProblem}}<p class="problem" id="scope-problem">{{.}}</p>{{/scopeProblem}}
        <p class="help" id="scope-help">{{t.leave.scopeHelp}}</p>
        <input id="scope" name="scope" type="text" required value="{{scope}}"\
         aria-describedby="scope-help{{#scopeProblem}} scope-problem{{/scopeProblem}}"{{#scopeProblem}} aria-invalid="true"{{/scopeProblem}}></div>
        {{#delegationDays}}{{> leave-days}}{{/delegationDays}}
        {{> proof}}
        <p><button>{{t.leave.delegate}}</button></p>
        </form>
        {{/canDelegate}}
        {{/content}}{{/layout}}
        """
}
