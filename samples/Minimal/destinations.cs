#:sdk Microsoft.NET.Sdk.Web
#:property EnableDefaultRunWorkingDirectory=false
#:project ../../src/Authorities/BaseComponents.Authorities

using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Routing;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = "Development" });
builder.Configuration.AddJsonFile(Path.GetFullPath(args.FirstOrDefault() ?? "sandbox.json"), optional: false);
builder.Logging.SetMinimumLevel(LogLevel.Warning);

#region register
builder.Services.AddDestinationRouter(builder.Configuration.GetSection("BaseComponents:Authorities:Routing"));
#endregion

await using var app = builder.Build();
var router = app.Services.GetRequiredService<IDestinationRouter>();

#region route
var routes = await router.FindRoutesAsync(LeikaKey.Parse("99102013104000"), RegionKey.Parse("145220180180"));
foreach (var route in routes)
    Console.WriteLine(route.Destination switch
    {
        SignedDestination.Verified verified => $"destinations: {route.Name}, {verified.Id} at {verified.SubmissionHost}",
        SignedDestination.Refused refused => $"destinations: {route.Name}, nothing may be sent: {refused.Reason}",
        _ => throw new InvalidOperationException(),
    });
#endregion

return routes.Any(route => route.Destination is SignedDestination.Verified) ? 0 : 1;
