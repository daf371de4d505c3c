extension Template {
    /// The accessibility statement.
    static let accessibility = """
        {{<layout}}{{$content}}
        <h1>{{t.accessibility.title}}</h1>
        <p class="lead">{{t.accessibility.state}}</p>
        <h2>{{t.accessibility.howTitle}}</h2>
        <p>{{t.accessibility.how}}</p>
        <h2>{{t.accessibility.gapsTitle}}</h2>
        <p>{{t.accessibility.gaps}}</p>
        <h2>{{t.accessibility.helpTitle}}</h2>
        <p>{{t.accessibility.help}} <a href="mailto:{{contact}}">{{contact}}</a></p>
        <p>{{t.accessibility.defender}}</p>
        {{/content}}{{/layout}}
        """
}
