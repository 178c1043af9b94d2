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
var settings = builder.Configuration.GetSection("BaseComponents:Eid:BundId");
settings["PublicAddress"] = "http://localhost:5000";
settings["OutcomePath"] = "/login-ended";
settings["Attributes:0:Attribute"] = nameof(EidAttribute.FamilyName);
settings["Attributes:0:Purpose"] = "Anrede im Bescheid";
#endregion

#region register
builder.Services
    .AddAuthentication(options =>
    {
        options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.DefaultChallengeScheme = EidDefaults.BundIdScheme;
    })
    .AddCookie()
    .AddBundId(settings);
#endregion

builder.Services.AddAuthorization();
await using var app = builder.Build();
app.MapGet("/", (ClaimsPrincipal user) => $"Guten Tag, {user.GetEidIdentity().Person.FamilyName}!").RequireAuthorization();
app.MapGet("/login-ended", (HttpRequest request) => request.GetEidLoginOutcome() is EidLoginOutcome.CancelledByUser ? "Sie haben die Anmeldung abgebrochen." : "Bitte beginnen Sie die Anmeldung noch einmal.");
await app.RunAsync();
return 0;
