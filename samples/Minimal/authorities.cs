#:sdk Microsoft.NET.Sdk.Web
#:property EnableDefaultRunWorkingDirectory=false
#:project ../../src/Authorities/BaseComponents.Authorities

using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = "Development" });
builder.Configuration.AddJsonFile(Path.GetFullPath(args.FirstOrDefault() ?? "sandbox.json"), optional: false);
builder.Logging.SetMinimumLevel(LogLevel.Warning);

#region register
builder.Services.AddAuthorities(builder.Configuration.GetSection("BaseComponents:Authorities"));
#endregion

await using var app = builder.Build();
var directory = app.Services.GetRequiredService<IAuthorityDirectory>();

#region resolve
var dogRegistration = LeikaKey.Parse("99102013104000");
var answer = await directory.ResolveAsync(dogRegistration, Place.Of(PostalCode.Parse("09471")));
Console.WriteLine(answer switch
{
    Competence.Found found => $"authorities: {found.Office.Name}, {found.Office.MailAddress}",
    Competence.NeedsPlaceChoice choice => $"authorities: choose one of {string.Join(", ", choice.Candidates.Select(place => place.Name))}",
    _ => $"authorities: {answer.Explanation[^1]}",
});
#endregion

return answer is Competence.Found ? 0 : 1;
