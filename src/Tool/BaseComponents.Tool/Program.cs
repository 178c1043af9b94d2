using System.CommandLine;
using BaseComponents.Tool.Commands;

var root = new RootCommand("Tools of BaseComponents.") { SandboxCommand.Create(), DoctorCommand.Create(), SamlCommand.Create(), PaymentsCommand.Create(), MailCommand.Create(), AuthoritiesCommand.Create() };
// Each command ends itself: the parser's own handling would force the end after two seconds.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
