using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace BaseComponents.Tests.SecureMail.Composing;

/// <summary>Seals as the sender and opens as the office.</summary>
internal static class ComposeLab
{
    public static async Task<byte[]> SealAsync(this MailLab lab, SecureMessage message, Action<SecureMailOptions>? change = null)
    {
        await using var services = lab.Services(change);
        using var output = new MemoryStream();
        await services.GetRequiredService<ISecureMailClient>().SealAsync(message, output);
        return output.ToArray();
    }

    public static Task<ReceivedMail> OpenAsync(this MailLab lab, byte[] mail) => lab.ReadAsync(mail, options => options.DecryptionKeys = [lab.OfficeKey.ToOptions()]);

    /// <summary>The entity that was signed, as it stands in the mail.</summary>
    public static MimeEntity Inside(this MailLab lab, byte[] mail)
    {
        var options = new SecureMailOptions();
        lab.Fill(options);
        options.DecryptionKeys = [lab.OfficeKey.ToOptions()];
        using var spools = new MailSpools();
        var layer = new MailIntake(new MailSettings(options, lab.Clock), spools).Read(new MemoryStream(mail)).Content;
        var octets = new byte[layer.Octets.Length];
        layer.Octets.Read(0, octets);
        return MimeEntity.Load(new MemoryStream(octets));
    }
}
