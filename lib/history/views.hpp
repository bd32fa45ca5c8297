// SPDX-License-Identifier: MIT
// The views of --sql, as pos-formats(5) has them: of the present version, whichever a history was made with.
#pragma once

namespace pos::history {

// Scripts. Views go before tables change, and come when all are as schema_version has them.
extern const char* const drop_views;
extern const char* const create_views;

}  // namespace pos::history
