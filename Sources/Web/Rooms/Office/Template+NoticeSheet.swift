extension Template {
    /// A notice as it was written.
    static let noticeSheet = """
        {{<layout}}{{$content}}
        <p class="crumbs"><a href="/ops">{{t.menu.office}}</a> · <a href="/ops/notices">{{t.list.notices}}</a></p>
        <h1>{{notice}} <span class="subject">{{about}}</span></h1>
        <dl class="facts">
        {{#file}}<div><dt>{{t.column.file}}</dt><dd><a href="{{path}}">{{name}}</a></dd></div>{{/file}}
        <div><dt>{{t.column.status}}</dt><dd>{{status}}</dd></div>
        <div><dt>{{t.column.written}}</dt><dd>{{#written}}<time datetime="{{machine}}">{{said}}</time>{{/written}}</dd></div>
        <div><dt>{{t.column.recipient}}</dt><dd>{{recipient}}</dd></div>
        {{#copy}}<div><dt>{{t.sheet.copy}}</dt><dd>{{.}}</dd></div>{{/copy}}
        </dl>
        {{#acknowledged}}<p class="done">{{t.sheet.acknowledged}} {{.}}</p>{{/acknowledged}}
        {{#redrive}}<form method="post" action="{{.}}"><input type="hidden" name="formKey" value="{{formKey}}">
        <p><button>{{t.list.redrive}}</button></p></form>{{/redrive}}
        {{> problems}}
        {{> because}}
        <section>
        <h2 id="verdicts">{{t.sheet.verdicts}}</h2>
        {{#hasVerdicts}}
        <div class="wide" role="region" aria-labelledby="verdicts" tabindex="0"><table class="dense">
        <thead><tr><th scope="col">{{t.column.address}}</th><th scope="col">{{t.column.status}}</th>\
        <th scope="col">{{t.sheet.reply}}</th></tr></thead>
        <tbody>
        {{#verdicts}}<tr><th scope="row">{{address}}</th><td>{{outcome}}</td><td><code>{{reply}}</code></td></tr>
        {{/verdicts}}
        </tbody></table></div>
        {{/hasVerdicts}}
        {{^hasVerdicts}}<p class="quiet">{{t.sheet.noVerdict}}</p>{{/hasVerdicts}}
        </section>
        <section>
        <h2 id="written">{{t.sheet.text}}</h2>
        {{#isReadable}}<div class="letter" lang="{{mailLanguage}}">{{body}}</div>{{/isReadable}}
        {{^isReadable}}<p class="quiet">{{t.sheet.hidden}}</p>{{/isReadable}}
        <p class="quiet">Message-ID{{t.sign.colon}}<code>{{messageID}}</code></p>
        </section>
        {{/content}}{{/layout}}
        """
}
