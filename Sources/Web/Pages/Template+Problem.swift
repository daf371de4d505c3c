extension Template {
    /// The page of a request that could not be served.
    static let problem = """
        {{<layout}}{{$content}}
        <h1>{{title}}</h1>
        <p class="lead">{{detail}}</p>
        <p class="quiet">{{t.problem.reference}} {{status}} · <code>{{request}}</code></p>
        <p><a href="/?lang={{lang}}">{{t.problem.back}}</a></p>
        {{/content}}{{/layout}}
        """
}
