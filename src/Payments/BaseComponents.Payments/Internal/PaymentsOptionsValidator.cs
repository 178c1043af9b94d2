using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.Internal;

/// <summary>The rules of the attributes, generated.</summary>
[OptionsValidator]
internal sealed partial class PaymentsOptionsValidator : IValidateOptions<PaymentsOptions>;
