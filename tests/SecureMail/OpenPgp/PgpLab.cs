using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail.OpenPgp;

/// <summary>A sender and an office that have OpenPGP keys, and no certificates for each other.</summary>
public sealed class PgpLab : IDisposable
{
    private readonly Lazy<ServiceProvider> _unchanged;

    public PgpLab() => _unchanged = new Lazy<ServiceProvider>(() => Mail.Services(Fill));

    internal MailLab Mail { get; } = new();

    internal PgpTestKey Sender { get; } = PgpTestKey.Make($"Beispielstadt <{MailLab.Sender}>");

    internal PgpTestKey Office { get; } = PgpTestKey.Make($"Steueramt <{MailLab.Office}>");

    /// <summary>As the sender.</summary>
    internal void Fill(SecureMailOptions options)
    {
        options.Recipients = [Office.ToRecipient(MailLab.Office)];
        options.OpenPgp.SigningKey = Sender.ToSecretOptions();
        options.OpenPgp.DecryptionKeys = [Sender.ToSecretOptions()];
    }

    internal Task<ReceivedMail> ReadAsync(byte[] mail, Action<SecureMailOptions>? change = null) => change is null
        ? _unchanged.Value.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(mail))
        : Mail.ReadAsync(mail, options =>
        {
            Fill(options);
            change(options);
        });

    internal Task<ReceivedMail> ReadAsync(string entity, Action<SecureMailOptions>? change = null) => ReadAsync(Forge.Mail(entity), change);

    /// <summary>Seals as the sender.</summary>
    internal async Task<byte[]> SealAsync(SecureMessage message, Action<SecureMailOptions>? change = null)
    {
        await using var services = Mail.Services(options =>
        {
            Fill(options);
            change?.Invoke(options);
        });
        using var mail = await services.GetRequiredService<MailSealer>().SealAsync(OutgoingPart.Whole(message), services.GetRequiredKeyedService<MailSettingsSource>("").Current, default);
        using var wire = new MemoryStream();
        await mail.Message.WriteToAsync(wire);
        return wire.ToArray();
    }

    /// <summary>Opens as the office.</summary>
    internal Task<ReceivedMail> OpenAsync(byte[] mail) => Mail.ReadAsync(mail, options =>
    {
        options.Recipients = [Sender.ToRecipient(MailLab.Sender)];
        options.OpenPgp.DecryptionKeys = [Office.ToSecretOptions()];
    });

    internal async Task<SecureMailException> RefusalAsync(SecureMessage message, Action<SecureMailOptions> change)
    {
        var sealing = () => SealAsync(message, change);
        return (await sealing.Should().ThrowAsync<SecureMailException>()).Which;
    }

    public void Dispose()
    {
        if (_unchanged.IsValueCreated)
            _unchanged.Value.Dispose();
        Mail.Dispose();
    }
}
