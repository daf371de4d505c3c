extension Template {
    /// The pages of the door and of one's own account.
    static let door = [
        "login": login, "reset": reset, "invitation": invitation, "account": account, "factor": factor,
        "recovery": recovery, "newPassword": newPassword, "resume": resume, "carried": carried,
    ]

    /// A new password, twice, each with what is wrong with it.
    private static let newPassword = """
        <div class="field{{#passwordProblem}} wrong{{/passwordProblem}}"><label for="password">{{t.password.new}}</label>
        <p class="help" id="password-help">{{rule}}</p>
        {{#passwordProblem}}<p class="problem" id="password-problem">{{.}}</p>{{/passwordProblem}}
        <input id="password" name="password" type="password" autocomplete="new-password" required\
         aria-describedby="password-help{{#passwordProblem}} password-problem{{/passwordProblem}}"\
        {{#passwordProblem}} aria-invalid="true"{{/passwordProblem}}></div>
        <div class="field{{#againProblem}} wrong{{/againProblem}}"><label for="again">{{t.password.again}}</label>
        {{#againProblem}}<p class="problem" id="again-problem">{{.}}</p>{{/againProblem}}
        <input id="again" name="again" type="password" autocomplete="new-password" required\
        {{#againProblem}} aria-invalid="true" aria-describedby="again-problem"{{/againProblem}}></div>

        """

    private static let login = """
        {{<layout}}{{$content}}
        <h1>{{t.login.title}}</h1>
        {{#message}}<div class="problems" role="alert"><p>{{.}}</p></div>{{/message}}
        {{#keeping}}<p>{{t.login.byLink}}</p>
        {{#texts}}<ul>{{#list}}<li class="said">{{value}}</li>{{/list}}</ul>{{/texts}}
        {{#attached}}<p>{{t.resume.file}}{{#name}} ({{.}}){{/name}}</p>{{/attached}}{{/keeping}}
        {{#left}}<p class="done" role="status">{{t.login.left}}</p>{{/left}}
        {{#chosen}}<p class="done" role="status">{{t.login.chosen}}</p>{{/chosen}}
        <form method="post" action="/login?lang={{lang}}" class="narrow">
        <input type="hidden" name="formKey" value="{{formKey}}"><input type="hidden" name="next" value="{{next}}">
        {{> carried}}
        <div class="field"><label for="address">{{t.login.address}}</label>
        <input id="address" name="address" type="email" autocomplete="username" required value="{{address}}"></div>
        <div class="field"><label for="password">{{t.login.password}}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required></div>
        <div class="field"><label for="code">{{t.login.code}} <span class="quiet">{{t.form.optional}}</span></label>
        <p class="help" id="code-help">{{t.login.codeHelp}}</p>
        <input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code"\
         aria-describedby="code-help"></div>
        <p><button>{{t.login.enter}}</button></p>
        </form>
        {{#keeping}}
        <form method="post" action="/login/kept?lang={{lang}}"><input type="hidden" name="formKey" value="{{formKey}}">
        {{> carried}}
        <p><button class="link" name="to" value="reset">{{t.reset.lost}}</button></p>
        </form>
        {{/keeping}}
        {{^keeping}}<p><a href="/login/reset?lang={{lang}}">{{t.reset.lost}}</a></p>{{/keeping}}
        <p class="quiet">{{t.login.none}} <a href="mailto:{{contact}}">{{contact}}</a></p>
        {{/content}}{{/layout}}
        """

    /// A form that was sent when its session was over, in the forms of the door.
    private static let carried = """
        {{#keeping}}
        <input type="hidden" name="keptPath" value="{{path}}"><input type="hidden" name="kept" value="{{fields}}">\
        {{#keptFiles}}<input type="hidden" name="keptFiles" value="{{.}}">{{/keptFiles}}
        {{/keeping}}

        """

    private static let resume = """
        {{<layout}}{{$content}}
        <h1>{{t.resume.title}}</h1>
        <p class="lead">{{t.resume.lead}}</p>
        {{#isTold}}<dl class="sheet">
        {{#act}}<div><dt>{{t.resume.act}}</dt><dd>{{.}}</dd></div>{{/act}}
        {{#hasFiles}}<div><dt>{{t.column.file}}</dt>{{#files}}<dd>{{.}}</dd>{{/files}}</div>{{/hasFiles}}
        {{#texts}}<div><dt>{{#label}}{{.}}{{/label}}{{^label}}{{t.resume.written}}{{/label}}</dt><dd class="said">{{value}}</dd></div>
        {{/texts}}
        </dl>{{/isTold}}
        <form method="post" action="{{path}}" class="narrow"{{#hasAttached}} enctype="multipart/form-data"{{/hasAttached}}>
        <input type="hidden" name="formKey" value="{{formKey}}">
        {{#entries}}<input type="hidden" name="{{name}}" value="{{value}}">{{/entries}}
        {{#attached}}<div class="field"><label for="{{id}}">{{t.resume.file}}{{#name}} ({{.}}){{/name}}</label>
        <input id="{{id}}" name="{{field}}" type="file"></div>{{/attached}}
        <p><button>{{t.resume.send}}</button> <a href="{{wayBack}}">{{t.form.cancel}}</a></p>
        </form>
        {{/content}}{{/layout}}
        """

    private static let reset = """
        {{<layout}}{{$content}}
        <h1>{{t.reset.title}}</h1>
        {{#message}}<div class="problems" role="alert"><p>{{.}}</p></div>{{/message}}
        {{#isSent}}<p class="done" role="status">{{t.reset.sent}}</p>{{/isSent}}
        {{^isSent}}<p>{{t.reset.lead}}</p>{{/isSent}}
        <form method="post" action="/login/reset?lang={{lang}}" class="narrow">
        <input type="hidden" name="formKey" value="{{formKey}}">
        <div class="field"><label for="address">{{t.login.address}}</label>
        <input id="address" name="address" type="email" autocomplete="username" required></div>
        {{> carried}}
        <p><button>{{t.reset.send}}</button>{{^keeping}} <a href="/login?lang={{lang}}">{{t.menu.login}}</a>{{/keeping}}</p>
        </form>
        {{#keeping}}
        <form method="post" action="/login/kept?lang={{lang}}"><input type="hidden" name="formKey" value="{{formKey}}">
        {{> carried}}
        <p><button class="link">{{t.menu.login}}</button></p>
        </form>
        {{/keeping}}
        <p class="quiet">{{t.login.none}} <a href="mailto:{{contact}}">{{contact}}</a></p>
        {{/content}}{{/layout}}
        """

    private static let invitation = """
        {{<layout}}{{$content}}
        <h1>{{t.invitation.title}}</h1>
        <p class="lead">{{name}} · {{address}}</p>
        {{> problems}}
        <form method="post" action="{{here}}?lang={{lang}}" class="narrow">
        <input type="hidden" name="formKey" value="{{formKey}}">
        <input type="hidden" name="address" autocomplete="username" value="{{address}}">
        {{> newPassword}}
        <p><button>{{t.password.choose}}</button></p>
        </form>
        {{/content}}{{/layout}}
        """

    private static let account = """
        {{<layout}}{{$content}}
        <h1>{{t.account.title}}</h1>
        {{#done}}<p class="done" role="status">{{t.form.done}}</p>{{/done}}
        {{> problems}}
        <dl class="facts">
        <div><dt>{{t.account.name}}</dt><dd>{{name}}</dd></div>
        <div><dt>{{t.login.address}}</dt><dd>{{address}}</dd></div>
        <div><dt>{{t.account.roles}}</dt><dd>{{#roles}}<span class="tag">{{.}}</span> {{/roles}}</dd></div>
        </dl>
        <h2>{{t.account.factor}}</h2>
        <p>{{#hasFactor}}{{t.account.factorSet}}{{/hasFactor}}{{^hasFactor}}{{t.account.factorMissing}}{{/hasFactor}}
        <a href="/account/factor">{{t.account.factorChange}}</a></p>
        {{#hasCalls}}
        <h2>{{t.account.calls}}</h2>
        <p>{{t.account.callsHelp}}</p>
        <form method="post" action="/account/calls" class="narrow"><input type="hidden" name="formKey" value="{{formKey}}">\
        <input type="hidden" name="request" value="{{request}}">
        {{> fields}}
        <p><button class="second">{{t.account.callsChoose}}</button></p>
        </form>
        {{/hasCalls}}
        <h2>{{t.account.password}}</h2>
        <form method="post" action="/account/password" class="narrow">
        <input type="hidden" name="formKey" value="{{formKey}}">
        <input type="hidden" name="address" autocomplete="username" value="{{address}}">
        <div class="field{{#oldProblem}} wrong{{/oldProblem}}"><label for="old">{{t.password.old}}</label>
        {{#oldProblem}}<p class="problem" id="old-problem">{{.}}</p>{{/oldProblem}}
        <input id="old" name="old" type="password" autocomplete="current-password" required\
        {{#oldProblem}} aria-invalid="true" aria-describedby="old-problem"{{/oldProblem}}></div>
        {{> newPassword}}
        <p><button class="second">{{t.password.change}}</button></p>
        </form>
        <h2 id="sessions">{{t.account.sessions}}</h2>
        <div class="wide" role="region" aria-labelledby="sessions" tabindex="0">
        <table>
        <thead><tr><th scope="col">{{t.account.agent}}</th><th scope="col">{{t.account.from}}</th>\
        <th scope="col">{{t.account.since}}</th><th scope="col">{{t.account.seen}}</th>\
        <th scope="col">{{t.account.end}}</th></tr></thead>
        <tbody>
        {{#sessions}}
        <tr><th scope="row">{{agent}}</th><td>{{address}}</td><td>{{since}}</td><td>{{seen}}</td><td>
        {{#isThis}}{{t.account.this}}{{/isThis}}
        {{^isThis}}<form method="post" action="/account/sessions"><input type="hidden" name="formKey" value="{{formKey}}">
        <input type="hidden" name="session" value="{{id}}"><button class="small">{{t.account.end}}\
        <span class="hidden"> – {{agent}}, {{since}}</span></button></form>{{/isThis}}
        </td></tr>
        {{/sessions}}
        </tbody></table></div>
        <form method="post" action="/account/sessions"><input type="hidden" name="formKey" value="{{formKey}}">
        <p><button class="second">{{t.account.endOthers}}</button></p></form>
        {{/content}}{{/layout}}
        """

    private static let factor = """
        {{<layout}}{{$content}}
        <h1>{{t.factor.title}}</h1>
        {{#isNeeded}}<p class="banner">{{t.factor.needed}}</p>{{/isNeeded}}
        {{#message}}<div class="problems" role="alert"><p>{{.}}</p></div>{{/message}}
        <p>{{t.factor.lead}}</p>
        <p class="secret"><code>{{groups}}</code></p>
        <p><a href="{{address}}">{{t.factor.link}}</a></p>
        <form method="post" action="/account/factor" class="narrow">
        <input type="hidden" name="formKey" value="{{formKey}}"><input type="hidden" name="secret" value="{{secret}}">
        <div class="field"><label for="code">{{t.factor.code}}</label>
        <input id="code" name="code" type="text" inputmode="numeric" autocomplete="off" required></div>
        <div class="field"><label for="password">{{t.login.password}}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required></div>
        {{#hasFactor}}<div class="field"><label for="old">{{t.factor.old}}</label>
        <input id="old" name="old" type="text" inputmode="numeric" autocomplete="one-time-code" required></div>{{/hasFactor}}
        <p><button>{{t.factor.set}}</button></p>
        </form>
        {{/content}}{{/layout}}
        """

    private static let recovery = """
        {{<layout}}{{$content}}
        <h1>{{t.recovery.title}}</h1>
        <p class="lead">{{t.recovery.lead}}</p>
        <ul class="codes">{{#codes}}<li><code>{{.}}</code></li>{{/codes}}</ul>
        <p><a href="/todo">{{t.recovery.next}}</a></p>
        {{/content}}{{/layout}}
        """
}
