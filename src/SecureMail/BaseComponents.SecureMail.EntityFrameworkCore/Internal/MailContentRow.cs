namespace BaseComponents.SecureMail.EntityFrameworkCore.Internal;

/// <summary>The ciphertext of one mail, apart from its row: lists and claims do not read it, and it is deleted on its own.</summary>
internal sealed class MailContentRow
{
    public string Tenant { get; set; } = "";

    public string Id { get; set; } = "";

    public byte[] Content { get; set; } = [];
}
