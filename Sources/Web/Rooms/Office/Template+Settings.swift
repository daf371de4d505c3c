extension Template {
    /// What is set for the whole institution, above the reference lists.
    static let settings = """
        {{> problems}}
        <dl class="facts">
        <div><dt>{{t.settings.name}}</dt><dd>{{institution}}</dd></div>
        <div><dt>{{t.settings.contact}}</dt><dd>{{contact}}</dd></div>
        <div><dt>{{t.settings.zone}}</dt><dd>{{zone}}</dd></div>
        </dl>
        <p class="quiet">{{t.settings.where}} <code>ENTENTE_CONTACT_ADDRESS</code>, <code>entente.conf</code>.</p>
        <p>{{t.settings.periods}} <a href="/ops/definitions">{{t.definitions.title}}</a>, \
        <a href="/ops/measures">{{t.list.measures}}</a>.</p>
        {{#mayLoad}}
        <form method="post" action="/ops/reference/load"><input type="hidden" name="formKey" value="{{formKey}}">
        <p><button class="second">{{t.settings.load}}</button> <span class="quiet">{{t.settings.loadHelp}}</span></p></form>
        {{/mayLoad}}

        """
}
