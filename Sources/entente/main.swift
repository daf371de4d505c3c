import Foundation

// Whoever reads our output may leave early (`entente agreement list | head`): that ends a command quietly.
signal(SIGPIPE, SIG_IGN)
await Launch.run(ArgumentList.checked())
