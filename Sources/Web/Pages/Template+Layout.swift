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
        {{#script}}<script src="{{.}}" defer></script>
        {{/script}}<link rel="icon" href="{{icon}}" type="image/svg+xml">
        </head>
        <body>
        <a class="skip" href="#main">{{t.skip}}</a>
        <header class="top">
        <p class="brand"><a href="{{#visitor}}{{#isAccount}}/todo{{/isAccount}}{{^isAccount}}/{{/isAccount}}{{/visitor}}\
        {{^visitor}}/?lang={{lang}}{{/visitor}}">Entente</a></p>
        <nav class="language" aria-label="{{t.language}}">
        {{#visitor}}
        <form method="post" action="/account/language">
        <input type="hidden" name="formKey" value="{{formKey}}"><input type="hidden" name="next" value="{{hereWithQuery}}">
        {{#isFrench}}<span lang="fr" aria-current="true">Français</span> \
        <button class="link" name="language" value="en" lang="en">English</button>{{/isFrench}}
        {{^isFrench}}<button class="link" name="language" value="fr" lang="fr">Français</button> \
        <span lang="en" aria-current="true">English</span>{{/isFrench}}
        </form>
        {{/visitor}}
        {{^visitor}}
        {{#keeping}}
        <form method="post" action="/login/kept?lang={{otherLang}}"><input type="hidden" name="formKey" value="{{formKey}}">
        {{> carried}}
        {{#isFrench}}<span lang="fr" aria-current="true">Français</span> \
        <button class="link" name="to" value="{{door}}" lang="en">English</button>{{/isFrench}}
        {{^isFrench}}<button class="link" name="to" value="{{door}}" lang="fr">Français</button> \
        <span lang="en" aria-current="true">English</span>{{/isFrench}}
        </form>
        {{/keeping}}
        {{^keeping}}
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
        {{/keeping}}
        {{/visitor}}
        </nav>
        {{^visitor}}{{^keeping}}
        <nav class="menu" aria-label="{{t.menu.title}}">
        <ul><li><a href="/login?lang={{lang}}">{{t.menu.login}}</a></li></ul>
        </nav>
        {{/keeping}}{{/visitor}}
        {{#visitor}}
        <nav class="menu" aria-label="{{t.menu.title}}">
        <ul>{{#menu}}<li><a href="{{path}}"{{#isHere}} aria-current="page"{{/isHere}}>{{label}}</a></li>{{/menu}}</ul>
        <form method="post" action="/logout"><input type="hidden" name="formKey" value="{{formKey}}">
        <span class="quiet">{{name}}</span> <button class="link">{{t.menu.logout}}</button></form>
        </nav>
        {{/visitor}}
        {{#isSimulated}}<p class="banner thin"><strong>{{t.simulated.title}}</strong> {{t.simulated.detail}}</p>{{/isSimulated}}
        </header>
        <main id="main" tabindex="-1">
        {{$content}}{{/content}}
        </main>
        <footer class="foot">
        <p>{{t.about}} <a href="/accessibility?lang={{lang}}">{{t.accessibility.link}}</a></p>
        </footer>
        </body>
        </html>

        """
}
