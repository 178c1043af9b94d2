using BaseComponents.Authorities.Bulk;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Internal.Bulk;

[OptionsValidator]
internal sealed partial class BulkOptionsValidator : IValidateOptions<BulkDeliveryOptions>;
