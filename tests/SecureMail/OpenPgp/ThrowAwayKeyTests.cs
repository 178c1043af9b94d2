using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Testing;

namespace BaseComponents.Tests.SecureMail.OpenPgp;

/// <summary>The keys that applications make for their own tests work, and those that must not work do not.</summary>
public sealed class ThrowAwayKeyTests : IDisposable
{
    private static readonly SecureMessage _message = new() { To = [MailLab.Office], Subject = "Bescheid", Text = "Zahlen Sie 50 Euro." };
    private readonly PgpLab _lab = new();

    [Fact]
    public async Task ThrowAwayKeysSignAndEncrypt()
    {
        var (sender, office) = (ThrowAwayOpenPgpKey.Make(MailLab.Sender, clock: _lab.Mail.Clock), ThrowAwayOpenPgpKey.Make(MailLab.Office, clock: _lab.Mail.Clock));
        var mail = await _lab.SealAsync(_message, options => (options.OpenPgp.SigningKey, options.Recipients) = (sender.ToOptions(), [office.ToRecipient()]));

        await using var received = await _lab.Mail.ReadAsync(mail, options => (options.OpenPgp.DecryptionKeys, options.Recipients) = ([office.ToOptions()], [sender.ToRecipient()]));

        received.Verdict.Should().BeOfType<SignatureVerdict.Valid>();
        received.IsEncrypted.Should().BeTrue();
        received.Text!.TrimEnd().Should().Be(_message.Text);
        office.ToString().Should().NotContain("BEGIN");
    }

    [Fact]
    public async Task RevokedAndExpiredOnesAreRefused()
    {
        var now = _lab.Mail.Clock.GetUtcNow();
        var revoked = ThrowAwayOpenPgpKey.MakeRevoked(MailLab.Office, clock: _lab.Mail.Clock);
        var expired = ThrowAwayOpenPgpKey.Make(MailLab.Office, now.AddDays(-2), now.AddDays(-1), _lab.Mail.Clock);

        (await _lab.RefusalAsync(_message, options => options.Recipients = [revoked.ToRecipient()])).Code.Should().Be(SecureMailErrors.CertificateRevoked);
        (await _lab.RefusalAsync(_message, options => options.Recipients = [expired.ToRecipient()])).Code.Should().Be(SecureMailErrors.CertificateExpired);
    }

    public void Dispose() => _lab.Dispose();
}
