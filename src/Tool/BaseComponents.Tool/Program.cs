using System.CommandLine;
using BaseComponents.Tool.Commands;

var root = new RootCommand("Tools of BaseComponents.") { SandboxCommand.Create() };
return await root.Parse(args).InvokeAsync();
