#:sdk Microsoft.NET.Sdk.Web
#:property EnableDefaultRunWorkingDirectory=false
#:project ../../src/Eid/BaseComponents.Eid.AspNetCore

using System.Security.Claims;
using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using Microsoft.AspNetCore.Authentication.Cookies;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = "Development" });
builder.Configuration.AddJsonFile(Path.GetFullPath(args.FirstOrDefault() ?? "sandbox.json"), optional: false);

#region settings
var settings = builder.Configuration.GetSection("BaseComponents:Eid:EidServer");
settings["PublicAddress"] = "http://localhost:5000";
settings["OutcomePath"] = "/login-ended";
settings["RequiredAttributes:0"] = "FamilyNames";
settings["TransactionInfo"] = "Anmeldung eines Hundes";
#endregion

#region register
builder.Services
    .AddAuthentication(options =>
    {
        options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.DefaultChallengeScheme = EidDefaults.EidServerScheme;
    })
    .AddCookie()
    .AddEidServer(settings);
#endregion

builder.Services.AddAuthorization();
await using var app = builder.Build();

#region use
app.MapGet("/", (ClaimsPrincipal user) => $"Guten Tag, {user.GetEidIdentity().Person.FamilyName}!")
    .RequireAuthorization();
app.MapGet("/login-ended", (HttpRequest request) => request.GetEidLoginOutcome() switch
{
    EidLoginOutcome.CancelledByUser => "Sie haben die Anmeldung abgebrochen.",
    EidLoginOutcome.DocumentInvalid => "Dieser Ausweis ist gesperrt oder abgelaufen.",
    EidLoginOutcome.OtherBrowser => "Bitte beginnen Sie die Anmeldung in diesem Browser noch einmal.",
    _ => "Bitte beginnen Sie die Anmeldung noch einmal.",
});
#endregion

await app.RunAsync();
return 0;
