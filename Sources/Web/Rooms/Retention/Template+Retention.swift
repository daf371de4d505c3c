extension Template {
    /// What has been kept long enough.
    static let retention = """
        {{<layout}}{{$content}}
        {{#isOffice}}<p class="crumbs"><a href="/ops">{{t.menu.office}}</a></p>{{/isOffice}}
        <h1>{{t.retention.title}}</h1>
        <p class="lead">{{t.retention.lead}}</p>
        {{#done}}<p class="done" role="status">{{t.form.done}}</p>{{/done}}
        {{#hasProblems}}
        <div class="problems" role="alert"><h2>{{t.form.problems}}</h2>
        <ul>{{#problems}}<li><a href="#reason-{{number}}">{{t.retention.reason}} {{name}}</a>\
        {{t.sign.colon}}{{reasonProblem}}</li>{{/problems}}</ul></div>
        {{/hasProblems}}
        {{#hasTold}}
        <div class="problems" role="alert"><h2>{{t.retention.stopped}}</h2>
        <ul>{{#told}}<li>{{.}}</li>{{/told}}</ul></div>
        {{/hasTold}}
        {{#mayRun}}
        <form method="post" action="/ops/retention/run"><input type="hidden" name="formKey" value="{{formKey}}">
        <input type="hidden" name="request" value="{{request}}-r">
        <p><button class="second">{{t.retention.run}}</button> <span class="quiet">{{t.retention.runHelp}}</span></p></form>
        {{/mayRun}}
        {{> filters}}
        {{#hasLines}}
        <p class="lead"><a href="{{sheet}}">{{t.list.sheet}}</a></p>
        <div class="wide" role="region" aria-label="{{t.retention.title}}" tabindex="0"><table class="dense">
        <thead><tr><th scope="col">{{t.column.file}}</th><th scope="col">{{t.retention.rule}}</th>\
        <th scope="col">{{t.retention.since}}</th><th scope="col" class="n">{{t.retention.count}}</th>\
        <th scope="col">{{t.retention.fate}}</th><th scope="col">{{t.column.status}}</th>\
        {{#mayApprove}}<th scope="col">{{t.retention.visa}}</th>{{/mayApprove}}</tr></thead>
        <tbody>
        {{#lines}}
        <tr><th scope="row">{{#path}}<a href="{{.}}">{{name}}</a>{{/path}}{{^path}}{{name}}{{/path}}</th>\
        <td>{{rule}}</td><td>{{#since}}<time datetime="{{machine}}">{{said}}</time>{{/since}}</td>\
        <td class="n">{{count}}</td><td>{{fate}}</td>\
        <td>{{#isHeld}}<span class="tag alert">{{state}}</span>{{/isHeld}}{{^isHeld}}{{state}}{{/isHeld}}</td>\
        {{#mayApprove}}<td>{{#isAwaited}}<form method="post" action="/ops/retention/approve">\
        <input type="hidden" name="formKey" value="{{formKey}}">\
        <input type="hidden" name="request" value="{{request}}-{{number}}">\
        <input type="hidden" name="file" value="{{file}}"><input type="hidden" name="rule" value="{{code}}">\
        <label class="hidden" for="reason-{{number}}">{{t.retention.reason}} {{name}}</label>\
        <input id="reason-{{number}}" name="reason" type="text" required maxlength="500" value="{{typed}}"\
        {{#reasonProblem}} aria-invalid="true" aria-describedby="reason-{{number}}-problem"{{/reasonProblem}} \
        placeholder="{{t.retention.reasonShort}}"> <button class="small">{{t.retention.approve}}</button>\
        {{#reasonProblem}}<p class="problem" id="reason-{{number}}-problem">{{.}}</p>{{/reasonProblem}}</form>\
        {{/isAwaited}}</td>{{/mayApprove}}</tr>
        {{/lines}}
        </tbody></table></div>
        {{/hasLines}}
        {{^hasLines}}<p class="quiet">{{#isNarrowed}}{{t.list.empty}}{{/isNarrowed}}\
        {{^isNarrowed}}{{t.retention.none}}{{/isNarrowed}}</p>{{/hasLines}}
        <nav class="pages" aria-label="{{t.list.pages}}">
        {{#isLater}}<a href="{{first}}">{{t.retention.first}}</a>{{/isLater}}
        {{#next}}<a href="{{.}}" rel="next">{{t.list.next}}</a>{{/next}}
        </nav>
        {{/content}}{{/layout}}
        """
}
