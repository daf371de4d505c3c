// Qt's SCXML interpreter on the review chart: the same events, one at a time.
#include <QCoreApplication>
#include <QScxmlStateMachine>
#include <QTextStream>
#include <ctime>

static const QStringList events = {"scienceGiven", "lawGiven",       "revise",       "lawGiven", "scienceGiven",
                                   "approve",      "instituteSigns", "partnerSigns", "renew"};

// Events are served when the machine's own queued call comes round, so the loop turns once for each.
static void run(QScxmlStateMachine *machine, int turns)
{
    for (int turn = 0; turn < turns; ++turn) {
        for (const QString &event : events) {
            machine->submitEvent(event);
            QCoreApplication::processEvents();
        }
    }
}

static double processorSeconds()
{
    timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QScxmlStateMachine *machine = QScxmlStateMachine::fromFile(argc > 1 ? argv[1] : "review.scxml");
    if (!machine->parseErrors().isEmpty())
        return 2;
    machine->start();
    QCoreApplication::processEvents();
    const int turns = 12000;
    run(machine, turns / 10);
    // The middle of a turn, to be sure that the machine follows: it must stand in force after eight events.
    for (int place = 0; place < 8; ++place) {
        machine->submitEvent(events[place]);
        QCoreApplication::processEvents();
    }
    if (machine->activeStateNames() != QStringList{"inForce"})
        return 3;
    machine->submitEvent(events[8]);
    QCoreApplication::processEvents();
    const double start = processorSeconds();
    run(machine, turns);
    const double seconds = processorSeconds() - start;
    QTextStream(stdout) << "qt.events " << double(turns) * events.size() / seconds << "\n";
    return 0;
}
