extension Template {
    /// The page behind the link of a notice.
    static let notice = """
        {{<layout}}{{$content}}
        <h1>{{step}}</h1>
        <p class="lead">
        {{#isAwaited}}{{t.notice.awaited}}{{/isAwaited}}
        {{^isAwaited}}{{t.notice.calm}}{{/isAwaited}}
        </p>
        <dl class="facts">
        <div><dt>{{t.notice.file}}</dt><dd>{{reference}}</dd></div>
        <div><dt>{{t.notice.instrument}}</dt><dd>{{instrument}}</dd></div>
        </dl>
        <h2>{{t.notice.next}}</h2>
        {{#isForStaff}}
        <p>{{t.link.staff}}</p>
        <p><a class="button" href="{{file}}">{{t.link.open}}</a></p>
        {{/isForStaff}}
        {{^isForStaff}}
        <p>{{t.link.outside}}</p>
        <form method="post" action="{{path}}?lang={{lang}}">
        <input type="hidden" name="formKey" value="{{formKey}}"><p><button>{{t.link.send}}</button></p>
        </form>
        {{/isForStaff}}
        <p>{{t.notice.answer}} <a href="mailto:{{contact}}">{{contact}}</a></p>
        <p class="quiet">{{t.notice.nothing}}</p>
        {{/content}}{{/layout}}
        """

    /// What whoever came by a link sees after the act that it was for.
    static let thanks = """
        {{<layout}}{{$content}}
        <h1>{{t.link.thanks}}</h1>
        <p class="done" role="status">{{t.link.recorded}}</p>
        <p>{{t.link.over}} <a href="mailto:{{contact}}">{{contact}}</a></p>
        {{/content}}{{/layout}}
        """

    /// Where the code of a mail is typed.
    static let passcode = """
        {{<layout}}{{$content}}
        <h1>{{t.link.codeTitle}}</h1>
        <p class="lead">{{reference}} · {{step}}</p>
        {{#message}}<div class="problems" role="alert"><p>{{.}}</p></div>{{/message}}
        <p>{{t.link.sent}}</p>
        <form method="post" action="{{path}}/code?lang={{lang}}" class="narrow">
        <input type="hidden" name="formKey" value="{{formKey}}">
        <div class="field"><label for="code">{{t.link.code}}</label>
        <input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" required></div>
        <p><button>{{t.login.enter}}</button></p>
        </form>
        <form method="post" action="{{path}}?lang={{lang}}"><input type="hidden" name="formKey" value="{{formKey}}">
        <p><button class="link">{{t.link.again}}</button></p></form>
        {{/content}}{{/layout}}
        """
}
