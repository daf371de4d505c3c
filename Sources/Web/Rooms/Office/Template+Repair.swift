extension Template {
    /// What the office mends by hand.
    static let repair = ["timer": timer, "because": because]

    /// A form that asks only why.
    private static let because = """
        {{#because}}
        <form method="post" action="{{action}}" class="narrow"><input type="hidden" name="formKey" value="{{formKey}}">
        <input type="hidden" name="request" value="{{request}}">
        <div class="field{{#reasonProblem}} wrong{{/reasonProblem}}"><label for="reason">{{t.act.reason}}</label>
        <p class="help" id="reason-help">{{help}}</p>
        {{#reasonProblem}}<p class="problem" id="reason-problem">{{.}}</p>{{/reasonProblem}}
        <textarea id="reason" name="reason" rows="3" required\
         aria-describedby="reason-help{{#reasonProblem}} reason-problem{{/reasonProblem}}"\
        {{#reasonProblem}} aria-invalid="true"{{/reasonProblem}}>{{typed}}</textarea></div>
        <p><button>{{button}}</button></p></form>
        {{/because}}

        """

    private static let timer = """
        {{<layout}}{{$content}}
        <p class="crumbs"><a href="/ops">{{t.menu.office}}</a></p>
        <h1>{{t.repair.timer}} <span class="subject">{{name}}</span></h1>
        <dl class="facts">
        <div><dt>{{t.column.file}}</dt><dd><a href="{{path}}">{{file}}</a></dd></div>
        <div><dt>{{t.column.due}}</dt><dd>{{#since}}<time datetime="{{machine}}">{{said}}</time>{{/since}}</dd></div>
        <div><dt>{{t.column.cause}}</dt><dd>{{cause}}</dd></div>
        </dl>
        <p class="lead">{{t.repair.timerLead}}</p>
        {{> problems}}
        {{> because}}
        {{/content}}{{/layout}}
        """
}
