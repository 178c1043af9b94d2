using AngleSharp.Html.Parser;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.SecureMail;

/// <summary>The Sandbox opens the client's mails with cryptography of its own (Bouncy Castle) and shows them.</summary>
public sealed class InboxShowsWhatTheOfficeReadsTests(MailSandbox sandbox) : IClassFixture<MailSandbox>
{
    private static readonly byte[] _pdf = [.. Enumerable.Range(0, 3000).Select(i => (byte)(i * 7))];

    [Theory]
    [InlineData("Oaep", "Cbc", "RSA-OAEP", "AES-256-CBC")]
    [InlineData("Pkcs1", "Cbc", "RSA PKCS#1 v1.5", "AES-256-CBC")]
    [InlineData("Oaep", "Gcm", "RSA-OAEP", "AES-256-GCM")]
    public async Task AnEncryptedMailIsShownDecryptedWithItsFilesAndAlgorithms(string transport, string encryption, string shown, string cipher)
    {
        var id = await SendAsync(MailProtection.Encrypted, transport, encryption);

        var text = await PageAsync(id);

        text.Should().Contain("Fell: braun, Größe: ẞ").And.Contain(cipher).And.Contain(shown).And.Contain("<b>HTML</b>");
        text.Should().Contain("Die Signatur stimmt, das Zertifikat gehört zur Absenderadresse.").And.Contain("antrag.pdf");
        (await sandbox.Http.GetByteArrayAsync($"mail/{id}/files/1")).Should().Equal(_pdf);
        text.Should().Contain("Anmeldung eines Hundes").And.Contain("Betreff unterwegs").And.Contain("[...]");
        (await sandbox.ListAsync()).Single(mail => mail.Id == id).Subject.Should().Be("Anmeldung eines Hundes");
    }

    [Fact]
    public async Task APlainMailIsShownAsSuch()
    {
        var text = await PageAsync(await SendAsync(MailProtection.Plain("confirmation"), "Pkcs1"));

        text.Should().Contain("Inhalt verschlüsselt").And.Contain("nein").And.Contain("Fell: braun, Größe: ẞ").And.Contain("Die Signatur stimmt");
    }

    [Fact]
    public async Task APartThatIsEncryptedByItselfIsNamedAndLeftClosed()
    {
        var closed = SecureAttachment.FromBytes("smime.p7m", "application/pkcs7-mime; smime-type=enveloped-data", _pdf);

        var text = await PageAsync(await SendAsync(MailProtection.Encrypted, "Oaep", "Cbc", closed));
        var usual = await PageAsync(await SendAsync(MailProtection.Encrypted, "Oaep"));

        text.Should().Contain("Ein Teil der Nachricht ist für sich verschlüsselt.").And.Contain("smime.p7m");
        usual.Should().NotContain("für sich verschlüsselt");
    }

    private async Task<string> PageAsync(string id)
    {
        var document = new HtmlParser().ParseDocument(await sandbox.Http.GetStringAsync($"mail/{id}"));
        document.Scripts.Should().BeEmpty();
        return document.Body!.TextContent;
    }

    private async Task<string> SendAsync(MailProtection protection, string transport, string encryption = "Cbc", params SecureAttachment[] more)
    {
        await using var services = sandbox.Services(options =>
        {
            var office = options.Recipients.Single(recipient => recipient.Address == MailSandbox.Office);
            (office.KeyTransport, office.ContentEncryption) = (Enum.Parse<KeyTransport>(transport), Enum.Parse<ContentEncryption>(encryption));
        });
        var receipt = await services.GetRequiredService<ISecureMailClient>().SendAsync(new SecureMessage
        {
            To = [MailSandbox.Office],
            Subject = "Anmeldung eines Hundes",
            Text = "Fell: braun, Größe: ẞ",
            Html = "<!doctype html><title>x</title><b>HTML</b>",
            Attachments = [SecureAttachment.FromBytes("antrag.pdf", "application/pdf", _pdf), .. more],
            Protection = protection,
        });
        return (await sandbox.ListAsync()).First(mail => mail.MessageId == $"<{receipt.MessageId}>").Id;
    }
}
