#:sdk Microsoft.NET.Sdk.Web
#:property EnableDefaultRunWorkingDirectory=false
#:project ../../src/Eid/BaseComponents.Eid.AspNetCore

using System.Security.Claims;
using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using Microsoft.AspNetCore.Authentication.Cookies;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = "Development" });
builder.Configuration.AddJsonFile(Path.GetFullPath(args.FirstOrDefault() ?? "sandbox.json"), optional: false);

#region register
builder.Configuration["BaseComponents:Eid:Broker:OutcomePath"] = "/login-ended";
builder.Services
    .AddAuthentication(options =>
    {
        options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.DefaultChallengeScheme = EidDefaults.BrokerScheme;
    })
    .AddCookie()
    .AddEidBroker(builder.Configuration.GetSection("BaseComponents:Eid:Broker"));
#endregion

#region policy
builder.Services.AddAuthorizationBuilder()
    .AddPolicy("high", policy => policy.RequireAssurance(AssuranceLevel.High));
#endregion

await using var app = builder.Build();

#region use
app.MapGet("/", (ClaimsPrincipal user) => $"Guten Tag, {user.GetEidIdentity().Person.FamilyName}!")
    .RequireAuthorization();
app.MapGet("/login-ended", (HttpRequest request) => request.GetEidLoginOutcome() switch
{
    EidLoginOutcome.CancelledByUser => "Sie haben die Anmeldung abgebrochen.",
    EidLoginOutcome.LevelTooLow => "Bitte melden Sie sich mit dem Online-Ausweis an.",
    EidLoginOutcome.ServiceUnavailable => "Der Anmeldedienst antwortet nicht. Bitte versuchen Sie es später.",
    _ => "Bitte beginnen Sie die Anmeldung noch einmal.",
});
#endregion

await app.RunAsync();
return 0;
