extension Template {
    /// The pages about files.
    static let files = [
        "worklist": worklist, "file": file, "act": act, "line": line, "assent": assent,
        "namesakes": namesakes, "actOver": actOver,
    ]
    .merging(batch) {
        $1
    }

    private static let line = """
        <li>{{#at}}<time datetime="{{machine}}">{{text}}</time>{{/at}} \
        <span>{{what}}{{#who}} <span class="quiet">· {{.}}</span>{{/who}}\
        {{#hasValues}}<br><span class="quiet">{{values}}</span>{{/hasValues}}{{#reason}}<br><span class="said">{{t.sign.open}}{{.}}{{t.sign.close}}</span>{{/reason}}</span></li>

        """

    /// An act that the file awaits no more.
    private static let actOver = """
        {{<layout}}{{$content}}
        <h1>{{title}}</h1>
        <p class="lead">{{detail}}</p>
        {{#hasTexts}}<p>{{t.act.written}}</p><ul>{{#texts}}<li class="said">{{value}}</li>{{/texts}}</ul>{{/hasTexts}}
        <p><a class="button" href="{{file}}">{{t.act.toFile}}</a></p>
        {{/content}}{{/layout}}
        """

    /// Who else is called so.
    private static let namesakes = """
        {{#hasNamesakes}}
        <section class="banner" aria-labelledby="namesakes">
        <h2 id="namesakes">{{t.file.namesakes}}</h2>
        <ul class="plain">{{#namesakes}}<li><a href="{{path}}">{{reference}}</a> <span class="quiet">{{acronym}}</span></li>\
        {{/namesakes}}{{#hasUnseenNamesakes}}<li>{{t.file.unseenNamesakes}}</li>{{/hasUnseenNamesakes}}</ul>
        </section>
        {{/hasNamesakes}}

        """

    /// What an act asks besides its values: why, and whether it is still the same person.
    private static let assent = """
        {{#asksReason}}
        <div class="field{{#reasonProblem}} wrong{{/reasonProblem}}"><label for="reason">{{t.act.reason}}</label>
        <p class="help" id="reason-help">{{t.act.reasonHelp}}</p>
        {{#reasonProblem}}<p class="problem" id="reason-problem">{{.}}</p>{{/reasonProblem}}
        <textarea id="reason" name="reason" rows="4" required\
         aria-describedby="reason-help{{#reasonProblem}} reason-problem{{/reasonProblem}}"\
        {{#reasonProblem}} aria-invalid="true"{{/reasonProblem}}>{{reason}}</textarea></div>
        {{/asksReason}}
        {{#takesReply}}
        <div class="field{{#reasonProblem}} wrong{{/reasonProblem}}"><label for="reason">{{t.act.reply}} \
        <span class="quiet">{{t.form.optional}}</span></label>
        {{#reasonProblem}}<p class="problem" id="reason-problem">{{.}}</p>{{/reasonProblem}}
        <textarea id="reason" name="reason" rows="4"\
        {{#reasonProblem}} aria-describedby="reason-problem" aria-invalid="true"{{/reasonProblem}}>{{reason}}</textarea></div>
        {{/takesReply}}
        {{> proof}}

        """

    private static let worklist = """
        {{<layout}}{{$content}}
        <h1>{{t.menu.todo}}</h1>
        {{#hasItems}}
        <p class="lead">{{count}} {{steps}}{{#hasOverdue}} · <strong class="late">{{overdue}} {{t.todo.overdue}}\
        </strong>{{/hasOverdue}}</p>
        {{#hasSets}}
        <section>
        <h2 id="together">{{t.batch.together}}</h2>
        <ul class="acts" aria-labelledby="together">
        {{#sets}}<li><a class="button second small" href="{{path}}">{{title}}</a> <span class="quiet">{{count}} {{t.batch.count}}\
        </span></li>{{/sets}}
        </ul>
        </section>
        {{/hasSets}}
        <ol class="work">
        {{#items}}
        <li{{#isOverdue}} class="late"{{/isOverdue}}>
        <p class="when">{{#due}}{{#isOverdue}}<span class="tag alert">{{t.todo.late}}</span> {{/isOverdue}}\
        <time datetime="{{machine}}">{{text}}</time>{{/due}}{{^due}}<span class="quiet">{{t.todo.noDue}}</span>{{/due}}</p>
        <div>
        <h2><a href="{{path}}">{{task}}{{#about}} – {{.}}{{/about}}</a></h2>
        <p>{{reference}}{{#subject}} · <strong>{{.}}</strong>{{/subject}} · {{instrument}}\
        {{#isBlocked}} <span class="tag alert">{{t.file.blocked}}</span>{{/isBlocked}}</p>
        {{#project}}<p>{{.}}</p>{{/project}}
        <p class="quiet">{{details}}</p>
        {{#asked}}<p>{{t.act.asked}}{{t.sign.colon}}<span class="said">{{t.sign.open}}{{.}}{{t.sign.close}}</span></p>{{/asked}}
        {{#isSent}}<p class="row"><a href="{{path}}#opinions">{{t.file.opinions}}<span class="hidden"> – {{reference}}</span></a>\
        {{#isChanged}} <a href="{{path}}/changes">{{t.file.changes}}<span class="hidden"> – {{reference}}</span></a>{{/isChanged}}</p>{{/isSent}}
        {{#hasActs}}<p class="row">{{#acts}}<a class="button second small" href="{{path}}">{{title}}\
        <span class="hidden"> – {{reference}}</span></a> {{/acts}}</p>{{/hasActs}}
        </div>
        </li>
        {{/items}}
        </ol>
        {{> pages}}
        {{/hasItems}}
        {{^hasItems}}<p class="lead">{{t.todo.empty}}</p>{{/hasItems}}
        {{/content}}{{/layout}}
        """

    private static let file = """
        {{<layout}}{{$content}}
        <p class="crumbs">{{instrument}}</p>
        <h1>{{reference}}{{#subject}} <span class="subject">{{.}}</span>{{/subject}}</h1>
        {{#fileTitle}}<p class="lead">{{.}}</p>{{/fileTitle}}
        {{#done}}<p class="done" role="status">{{t.form.done}}</p>{{/done}}
        {{#unopened}}<p class="banner" role="status">{{.}}</p>{{/unopened}}
        {{#isBlocked}}<p class="banner">{{t.file.blocked}}</p>{{/isBlocked}}
        <dl class="facts">
        <div><dt>{{t.file.state}}</dt><dd>{{state}}</dd></div>
        <div><dt>{{t.file.legal}}</dt><dd><span class="tag {{legalCode}}">{{legal}}</span></dd></div>
        {{#term}}<div><dt>{{t.file.term}}</dt><dd>{{.}}</dd></div>{{/term}}
        {{#registerNumber}}<div><dt>{{t.file.registerNumber}}</dt><dd>{{.}}</dd></div>{{/registerNumber}}
        </dl>

        {{> namesakes}}

        {{#hasPhases}}
        <nav aria-label="{{t.file.phases}}"><ol class="phases">
        {{#phases}}<li class="{{place}}"{{#isHere}} aria-current="step"{{/isHere}}>{{title}}\
        <span class="hidden"> ({{said}})</span></li>{{/phases}}
        </ol></nav>
        {{/hasPhases}}

        <section>
        <h2 id="turn">{{t.file.turn}}</h2>
        {{#hasWaits}}
        <ul class="waits">
        {{#waits}}
        <li{{#isOwn}} class="own"{{/isOwn}}><strong>{{task}}</strong>\
        {{#isOwn}} <span class="tag">{{t.file.yours}}</span>{{/isOwn}}\
        {{#isOverdue}} <span class="tag alert">{{t.todo.late}}</span>{{/isOverdue}}<br>
        {{role}}{{#hasHolders}}{{t.sign.colon}}{{holders}}{{/hasHolders}}{{^hasHolders}}{{#isUnnamed}} – {{t.file.unnamed}}{{/isUnnamed}}\
        {{^isUnnamed}} – {{t.file.nobody}}{{/isUnnamed}}{{/hasHolders}}<br>
        <span class="quiet">{{t.todo.since}} {{since}}{{#due}} · {{t.file.due}} \
        <time datetime="{{machine}}">{{text}}</time>{{/due}}</span>
        {{#hasRemarks}}<ol class="due">{{#remarks}}{{> line}}{{/remarks}}</ol>{{/hasRemarks}}</li>
        {{/waits}}
        </ul>
        {{/hasWaits}}
        {{^hasWaits}}<p class="quiet">{{#isForCall}}{{t.file.nextCall}}{{/isForCall}}\
        {{^isForCall}}{{#hasUnseenWaits}}{{t.file.unseenWait}}{{/hasUnseenWaits}}\
        {{^hasUnseenWaits}}{{t.file.noWait}}{{/hasUnseenWaits}}{{/isForCall}}</p>{{/hasWaits}}
        </section>

        {{#hasActs}}
        <section class="acts">
        <h2 id="acts">{{t.file.acts}}</h2>
        <ul class="acts">
        {{#acts}}<li><a class="button second" href="{{path}}">{{title}}</a>{{#about}} <span class="quiet">{{.}}</span>{{/about}}\
        {{#principal}} <span class="quiet">{{t.todo.for}} {{.}}</span>{{/principal}}\
        {{#doneBefore}} <span class="quiet">{{.}}</span>{{/doneBefore}}\
        {{#paperPath}} <a href="{{.}}">{{t.paper.title}}</a>{{/paperPath}}</li>{{/acts}}
        </ul>
        </section>
        {{/hasActs}}
        {{> fileTools}}

        {{#hasClocks}}
        <section>
        <h2 id="clocks">{{t.file.clocks}}</h2>
        <ol class="due">
        {{#clocks}}<li>{{#due}}<time datetime="{{machine}}">{{text}}</time>{{/due}} <span>{{effect}}</span></li>{{/clocks}}
        </ol>
        </section>
        {{/hasClocks}}

        {{#hasRefused}}
        <details>
        <summary>{{t.file.refused}}</summary>
        <dl class="refused">
        {{#refused}}<div><dt>{{title}}{{#about}} <span class="quiet">{{.}}</span>{{/about}}</dt><dd>{{refusal}}</dd></div>\
        {{/refused}}
        </dl>
        </details>
        {{/hasRefused}}

        <section>
        <h2 id="opinions">{{t.file.opinions}}</h2>
        {{#hasOpinions}}<ol class="due">
        {{#opinions}}{{> line}}{{/opinions}}
        </ol>{{/hasOpinions}}
        {{^hasOpinions}}<p class="quiet">{{t.file.noOpinion}}</p>{{/hasOpinions}}
        </section>

        {{#hasDocuments}}
        <section>
        <h2 id="documents">{{t.file.documents}}</h2>
        {{#hasChanges}}<p><a href="{{path}}/changes">{{t.file.changes}}</a></p>{{/hasChanges}}
        <div class="wide" role="region" aria-labelledby="documents" tabindex="0"><table>
        <thead><tr><th scope="col">{{t.document.kind}}</th><th scope="col" class="n">{{t.document.version}}</th>\
        <th scope="col">{{t.document.added}}</th><th scope="col">{{t.document.hash}}</th>\
        <th scope="col" class="n">{{t.document.size}}</th></tr></thead>
        <tbody>
        {{#documents}}<tr><th scope="row">{{#isKept}}<a href="{{path}}">{{kind}}</a>{{/isKept}}{{^isKept}}{{kind}}{{/isKept}}\
        {{#language}} <span class="quiet">{{.}}</span>{{/language}}</th><td class="n">{{version}}</td><td>{{added}}</td>\
        <td>{{#hash}}<code title="{{whole}}">{{short}}…</code>{{/hash}}</td><td class="n">{{size}}</td></tr>{{/documents}}
        </tbody></table></div>
        </section>
        {{/hasDocuments}}

        {{#hasParties}}
        <section>
        <h2 id="parties">{{t.file.parties}}</h2>
        <ul class="plain">{{#parties}}<li>{{name}} <span class="quiet">{{country}}{{#remark}} · {{.}}{{/remark}}</span></li>\
        {{/parties}}</ul>
        </section>
        {{/hasParties}}

        {{#hasFacts}}
        <section>
        <h2 id="dossier">{{t.file.dossier}}</h2>
        <dl class="sheet">{{#facts}}<div><dt>{{label}}</dt><dd{{#other}} lang="{{.}}"{{/other}}>{{value}}</dd></div>{{/facts}}</dl>
        </section>
        {{/hasFacts}}

        {{#hasPeople}}
        <section>
        <h2 id="people">{{t.file.people}}</h2>
        <dl class="sheet">{{#people}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>{{/people}}</dl>
        </section>
        {{/hasPeople}}

        {{#hasHistory}}
        <section>
        <h2 id="history">{{t.file.history}}</h2>
        <ol class="due">
        {{#history}}{{> line}}{{/history}}
        </ol>
        {{#earlier}}<p><a href="{{path}}">{{t.file.earlier}} ({{count}})</a></p>{{/earlier}}
        </section>
        {{/hasHistory}}
        {{/content}}{{/layout}}
        """

    private static let act = """
        {{<layout}}{{$content}}
        <p class="crumbs"><a href="{{file}}">{{reference}}{{#subject}} · {{.}}{{/subject}}</a></p>
        <h1>{{title}}</h1>
        {{#about}}<p class="lead">{{.}}</p>{{/about}}
        {{#paper}}<p>{{t.paper.lead}}</p>{{/paper}}
        {{#refusal}}<p class="banner" role="status">{{.}}</p>{{/refusal}}
        {{#isCodeOld}}<p class="banner" role="status">{{t.act.linkAgain}}</p>{{/isCodeOld}}
        {{#doneBefore}}<p class="banner" role="status">{{.}}</p>{{/doneBefore}}
        {{#asked}}<p class="banner">{{t.act.asked}}{{t.sign.colon}}<span class="said">{{t.sign.open}}{{.}}{{t.sign.close}}</span></p>{{/asked}}
        {{> problems}}
        {{#hasSince}}
        <section class="banner"><h2 id="since">{{t.act.since}}</h2>
        <ol class="due">{{#since}}{{> line}}{{/since}}</ol></section>
        {{/hasSince}}
        {{#signing}}
        <dl class="sheet">
        <div><dt>{{t.act.agreement}}</dt><dd>{{title}}{{#path}} · <a href="{{.}}">{{t.act.readText}}</a>{{/path}}</dd></div>
        {{#party}}<div><dt>{{t.act.party}}</dt><dd>{{.}}</dd></div>{{/party}}
        {{#role}}<div><dt>{{t.act.capacity}}</dt><dd>{{.}}</dd></div>{{/role}}
        </dl>
        {{/signing}}
        {{#hasTexts}}<ul class="plain">{{#texts}}<li><code>{{.}}</code></li>{{/texts}}</ul>{{/hasTexts}}
        {{#paperLink}}<p><a href="{{.}}">{{t.paper.title}}</a></p>{{/paperLink}}
        <form method="post" action="{{action}}" class="narrow"{{#paper}} enctype="multipart/form-data" novalidate{{/paper}}\
        {{#hasUploads}} enctype="multipart/form-data"{{/hasUploads}}>
        <input type="hidden" name="formKey" value="{{formKey}}"><input type="hidden" name="process" value="{{process}}">
        <input type="hidden" name="revision" value="{{revision}}"><input type="hidden" name="request" value="{{request}}">
        <input type="hidden" name="text" value="{{textHash}}">
        {{#hasPrincipals}}
        <div class="field"><label for="principal">{{t.act.principal}}</label>
        <select id="principal" name="principal">
        {{#principals}}<option value="{{value}}">{{label}}</option>{{/principals}}
        </select></div>
        {{/hasPrincipals}}
        {{> fields}}
        {{#uploads}}
        <div class="field{{#fileProblem}} wrong{{/fileProblem}}"><label for="{{id}}">{{label}}\
        {{#isFree}} <span class="quiet">{{t.form.optional}}</span>{{/isFree}}</label>
        <p class="help" id="{{id}}-help">{{t.shelf.fileHelp}}</p>
        {{#fileProblem}}<p class="problem" id="{{id}}-problem">{{.}}</p>{{/fileProblem}}
        <input id="{{id}}" name="{{name}}" type="file" accept="{{accept}}"\
         aria-describedby="{{id}}-help{{#fileProblem}} {{id}}-problem{{/fileProblem}}"{{#fileProblem}} aria-invalid="true"{{/fileProblem}}>
        </div>
        {{/uploads}}
        {{#paper}}
        <div class="field{{#fileProblem}} wrong{{/fileProblem}}"><label for="file">{{t.paper.file}}</label>
        <p class="help" id="file-help">{{t.paper.fileHelp}}</p>
        {{#fileProblem}}<p class="problem" id="file-problem">{{.}}</p>{{/fileProblem}}
        <input id="file" name="file" type="file" required accept="{{accept}}"\
         aria-describedby="file-help{{#fileProblem}} file-problem{{/fileProblem}}"{{#fileProblem}} aria-invalid="true"{{/fileProblem}}>
        </div>
        {{/paper}}
        {{> assent}}
        <p><button>{{title}}</button> <a href="{{file}}">{{t.form.cancel}}</a></p>
        </form>
        {{/content}}{{/layout}}
        """
}
