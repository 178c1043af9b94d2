#:sdk Microsoft.NET.Sdk.Web
#:property EnableDefaultRunWorkingDirectory=false
#:project ../../src/SecureMail/BaseComponents.SecureMail

using BaseComponents.SecureMail;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = "Development" });
builder.Configuration.AddJsonFile(Path.GetFullPath(args.FirstOrDefault() ?? "sandbox.json"), optional: false);
builder.Logging.SetMinimumLevel(LogLevel.Warning);

#region register
builder.Services.AddSecureMail(builder.Configuration.GetSection("BaseComponents:SecureMail"));
#endregion

await using var app = builder.Build();
var mail = app.Services.GetRequiredService<ISecureMailClient>();
var pdf = "%PDF-1.7"u8.ToArray();

#region send
var receipt = await mail.SendAsync(new SecureMessage
{
    To = ["steueramt@freiberg.amt.example"],
    Subject = "Anmeldung eines Hundes",
    Text = "Der Antrag liegt bei.",
    Attachments = [SecureAttachment.FromBytes("antrag.pdf", "application/pdf", pdf)],
    Key = "case-2026-4711/application",
});
Console.WriteLine($"securemail: accepted as {receipt.MessageId}, {receipt.Protection}, {receipt.Size} bytes");
#endregion

#region template
var template = MailTemplate.Parse("Ihr Antrag {{number}}", "Guten Tag {{name}}, Ihr Antrag ist eingegangen.", "<!doctype html><title>Ihr Antrag</title><p>Guten Tag {{name}}, Ihr Antrag ist eingegangen.</p>");
var message = template.Fill(["steueramt@freiberg.amt.example"], new Dictionary<string, string> { ["number"] = "4711", ["name"] = "Erika <b>Mustermann</b>" });
#endregion
await mail.SendAsync(message);

#region refuse
try
{
    await mail.SendAsync(new SecureMessage { To = ["ohne-zertifikat@beispielstadt.example"], Subject = "Antrag", Text = "…" });
}
catch (SecureMailException exception) when (exception.Code == SecureMailErrors.NoCertificate)
{
    Console.WriteLine($"securemail: {exception.Message}");
}
#endregion

async Task<bool> IsForUsAsync(ISecureMailReader reader, Stream eml)
{
    #region read
    await using ReceivedMail received = await reader.OpenAsync(eml);
    if (received.Verdict is SignatureVerdict.Valid valid)
        Console.WriteLine($"signed with {valid.Thumbprint[..16]}, {received.Attachments.Count} attachments");
    else
        Console.WriteLine($"set aside: {received.Verdict.Explanation}");
    #endregion
    return received.Verdict is SignatureVerdict.Valid;
}

return receipt.Protection.IsEncrypted && (args.Length < 2 || await IsForUsAsync(app.Services.GetRequiredService<ISecureMailReader>(), File.OpenRead(args[1]))) ? 0 : 1;
