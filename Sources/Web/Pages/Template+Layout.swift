extension Template {
    /// What every page has: language, title, skip link, language switch, one main part.
    static let layout = """
        <!DOCTYPE html>
        <html lang="{{lang}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{pageTitle}} – Entente</title>
        <link rel="stylesheet" href="{{stylesheet}}">
        </head>
        <body>
        <a class="skip" href="#main">{{t.skip}}</a>
        <header class="top">
        <p class="brand"><a href="/?lang={{lang}}">Entente</a></p>
        <nav aria-label="{{t.language}}">
        <ul>
        {{#isFrench}}
        <li><span lang="fr" aria-current="true">Français</span></li>
        <li><a href="{{here}}?lang=en" lang="en" hreflang="en">English</a></li>
        {{/isFrench}}
        {{^isFrench}}
        <li><a href="{{here}}?lang=fr" lang="fr" hreflang="fr">Français</a></li>
        <li><span lang="en" aria-current="true">English</span></li>
        {{/isFrench}}
        </ul>
        </nav>
        </header>
        <main id="main" tabindex="-1">
        {{$content}}{{/content}}
        </main>
        <footer class="foot">
        <p>{{t.about}}</p>
        </footer>
        </body>
        </html>

        """
}
