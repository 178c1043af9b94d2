using BaseComponents.Payments.Transfers;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.Internal.Transfers;

/// <summary>The rules of the attributes, generated.</summary>
[OptionsValidator]
internal sealed partial class TransferOptionsValidator : IValidateOptions<TransferOptions>;
