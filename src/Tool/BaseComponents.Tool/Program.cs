using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using BaseComponents.Tool.Commands;

// A root command of the library would call itself by the name of the assembly, which nobody types.
var root = new Command("basecomponents", "Tools of BaseComponents.")
{
    new HelpOption(), new VersionOption(),
    SandboxCommand.Create(), DoctorCommand.Create(), SamlCommand.Create(), PaymentsCommand.Create(), MailCommand.Create(), AuthoritiesCommand.Create(),
};
var parsed = root.Parse(args);
// Each command ends itself: the parser's own handling would force the end after two seconds.
var code = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
// 1 is the answer of many commands ("there is a finding"); a script must not take a mistyped option for it.
return parsed.Action is ParseErrorAction ? ExitCodes.Unusable : code;
