#:sdk Microsoft.NET.Sdk.Web
#:property EnableDefaultRunWorkingDirectory=false
#:project ../../src/Eid/BaseComponents.Eid.AspNetCore

using System.Text;
using BaseComponents.Eid;
using BaseComponents.Eid.Amt24;
using BaseComponents.Eid.AspNetCore;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = "Development" });
builder.Logging.SetMinimumLevel(LogLevel.Warning);

#region register
var form = builder.Configuration.GetSection("BaseComponents:Eid:Amt24");
form["FormIds:0"] = "6000663:Hundesteuer:v1.0";
form["Fields:FamilyName:Group"] = "antragsteller";
form["Fields:FamilyName:Field"] = "nachname";
builder.Services.AddAmt24Export(form);
#endregion

await using var app = builder.Build();
var reader = app.Services.GetRequiredService<Amt24ExportReader>();
await using var file = new MemoryStream(Encoding.UTF8.GetBytes("""
    <serviceportal>
      <metadata><formId>6000663:Hundesteuer:v1.0</formId><postfachHandleId>b6f0</postfachHandleId></metadata>
      <serviceportal-fields><antragsteller><instance_0><nachname>Mustermann</nachname></instance_0></antragsteller></serviceportal-fields>
    </serviceportal>
    """));

#region read
Amt24Export export = await reader.ReadXmlAsync(file);
EidIdentity applicant = export.Applicant;
bool isProved = applicant.TrustOf(EidAttribute.FamilyName) >= AssuranceLevel.Substantial;
Console.WriteLine($"amt24: {applicant.Person.FamilyName}, {(isProved ? "proved" : "as typed in")}, mailbox {applicant.Mailbox is not null}");
#endregion

return applicant.Person.FamilyName is null ? 1 : 0;
