using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail.Internal.Mailboxes;

/// <summary>What attributes can say: required, ranges.</summary>
[OptionsValidator]
internal sealed partial class MailboxOptionsValidator : IValidateOptions<MailboxOptions>;
