using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail.Internal;

/// <summary>What attributes can say: required, ranges, lengths.</summary>
[OptionsValidator]
internal sealed partial class SecureMailOptionsValidator : IValidateOptions<SecureMailOptions>;
