extension Template {
    /// The forms of the register.
    static let register = ["register-entry": entry, "register-outcome": outcome, "register-crumbs": crumbs]

    private static let crumbs = """
        <p class="crumbs">{{#isOffice}}<a href="/ops">{{t.menu.office}}</a> › {{/isOffice}}\
        <a href="{{list}}">{{listTitle}}</a></p>
        <h1>{{title}}{{#about}} <span class="subject">{{.}}</span>{{/about}}</h1>

        """

    private static let entry = """
        {{<layout}}{{$content}}
        {{> register-crumbs}}
        <p class="lead">{{lead}}</p>
        {{> problems}}
        <form method="post" action="{{action}}" class="narrow">\
        <input type="hidden" name="formKey" value="{{formKey}}"><input type="hidden" name="request" value="{{request}}">
        {{> fields}}
        {{> proof}}
        <p><button>{{title}}</button> <a href="{{list}}">{{t.entry.cancel}}</a></p>
        </form>
        {{/content}}{{/layout}}
        """

    private static let outcome = """
        {{<layout}}{{$content}}
        {{> register-crumbs}}
        <p class="done" role="status">{{t.form.done}}</p>
        {{#address}}<p class="lead">{{t.entry.address}}</p>
        <p><code>{{.}}</code></p>{{/address}}
        {{#hasLacking}}<p class="banner" role="status"><strong>{{t.entry.lacking}}</strong></p>
        <ul>{{#lacking}}<li><a href="{{path}}">{{name}}</a></li>{{/lacking}}</ul>{{/hasLacking}}
        <p><a href="{{list}}">{{listTitle}}</a></p>
        {{/content}}{{/layout}}
        """
}
