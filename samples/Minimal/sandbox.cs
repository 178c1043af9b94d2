#:sdk Microsoft.NET.Sdk.Web
#:property EnableDefaultRunWorkingDirectory=false
#:property PublishAot=false
#:project ../../src/Sandbox/BaseComponents.Sandbox
#:project ../../src/Authorities/BaseComponents.Authorities

using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Sandbox;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
builder.Logging.SetMinimumLevel(LogLevel.Warning);

#region start
await using var sandbox = await SandboxServer.StartAsync();
builder.Configuration.AddConfiguration(sandbox.Configuration);
builder.Services.AddAuthorities(builder.Configuration.GetSection("BaseComponents:Authorities"));
#endregion

await using var app = builder.Build();
var directory = app.Services.GetRequiredService<IAuthorityDirectory>();
var answer = await directory.ResolveAsync(LeikaKey.Parse("99102013104000"), Place.Of(PostalCode.Parse("01067")));
Console.WriteLine($"sandbox: {sandbox.Address} knows {(answer as Competence.Found)?.Office.Name ?? "nobody"}");
return answer is Competence.Found ? 0 : 1;
