// Sentences of steps: translated patterns whose %1 … %9 are the user's nouns.
#pragma once

#include "core/recipe/step.h"

#include <QCoreApplication>

namespace passel {

//! \brief Translation context of all step texts.
struct StepWords
{
    Q_DECLARE_TR_FUNCTIONS(passel::StepWords)
};

//! \brief \a pattern with %1 … %9 replaced by \a nouns, emphasised.
[[nodiscard]] Sentence sentenceOf(const QString &pattern, const QStringList &nouns);
//! \brief The same with whole sentences in the places.
[[nodiscard]] Sentence sentenceOf(const QString &pattern, const QList<Sentence> &parts);
//! \brief "**a**, **b** and **c**"; \a otherwise when there is none. Beyond five: "… and 7 more".
[[nodiscard]] Sentence columnWords(const ColumnRefs &columns, const QString &otherwise);
//! \brief One emphasised noun.
[[nodiscard]] Sentence noun(const QString &text);

} // namespace passel
