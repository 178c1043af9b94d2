using BaseComponents.SecureMail;
using BaseComponents.Tests.Fuzz.SecureMail;

namespace BaseComponents.Tests.Fuzz;

/// <summary>A fuzzer finds something behind the checks only if its seeds get there.</summary>
public sealed class OpenPgpSeedTests
{
    [Fact]
    public void The_good_message_is_valid() => MailParties.Open(MailParties.Mail(OpenPgpParties.EncryptedEntity(OpenPgpParties.Text("MESSAGE", Seed("openpgp-message", "signed.pgp")))))
        .Should().BeOfType<SignatureVerdict.Valid>();

    [Fact]
    public void The_good_signature_is_valid() => MailParties.Open(MailParties.Mail(OpenPgpParties.SignedEntity(OpenPgpParties.Text("SIGNATURE", Seed("openpgp-signature", "good.pgp")))))
        .Should().BeOfType<SignatureVerdict.Valid>();

    private static byte[] Seed(string reader, string name) => File.ReadAllBytes(Path.Combine(Corpus.Root, reader, name));
}
