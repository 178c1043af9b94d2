using System.Security.Cryptography.X509Certificates;
using BaseComponents.MailProgram;
using BaseComponents.SecureMail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

// A service's own sealing and opening of mail, as a program that is published natively: seal|open SETTINGS FROM TO [RECIPIENT]
// And as the peer, the sealing of MimeKit alone: mimekit SENDER.PEM FROM TO RECIPIENT.PEM
if (args is ["mimekit", var sender, var from, var to, var reader])
{
    using var own = X509Certificate2.CreateFromPemFile(sender);
    using var other = X509CertificateLoader.LoadCertificateFromFile(reader);
    await MimeKitSealing.SealAsync(from, to, own, other);
    return 0;
}

const int Buffer = 128 * 1024;
var configuration = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(args[1])).Build();
var services = new ServiceCollection().AddLogging();
services.AddSecureMail(configuration.GetSection("BaseComponents:SecureMail"));
await using var provider = services.BuildServiceProvider();
await using var source = new FileStream(args[2], FileMode.Open, FileAccess.Read, FileShare.Read, Buffer, FileOptions.SequentialScan);
await using var target = new FileStream(args[3], new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = Buffer });
return args[0] == "seal" ? await SealAsync(args[4]) : await OpenAsync();

async Task<int> SealAsync(string recipient)
{
    var file = new SecureAttachment { FileName = Path.GetFileName(args[2]), Length = source.Length, OpenAsync = _ => ValueTask.FromResult<Stream>(source) };
    await provider.GetRequiredService<ISecureMailClient>().SealAsync(new SecureMessage { To = [recipient], Subject = "Measurement", Text = "One file.", Attachments = [file] }, target);
    return 0;
}

async Task<int> OpenAsync()
{
    await using var mail = await provider.GetRequiredService<ISecureMailReader>().OpenAsync(source);
    if (mail.Verdict is not SignatureVerdict.Valid)
        return 1;
    await using var content = await mail.Attachments[0].OpenReadAsync();
    await content.CopyToAsync(target);
    return 0;
}
