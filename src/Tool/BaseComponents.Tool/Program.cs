using System.CommandLine;
using BaseComponents.Tool.Commands;

var root = new RootCommand("Werkzeuge der BaseComponents.") { SandboxCommand.Create() };
return await root.Parse(args).InvokeAsync();
