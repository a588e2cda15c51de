// Which contexts the characters of a text have: what stands before, in which word, behind which marks, inside which
// bracket.
#include "text.hpp"

#include "hashes.hpp"

namespace backprop::packer {
namespace {

bool isOfWord(std::uint32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '$' || c > 127;
}

}  // namespace

void TextContexts::next(const std::uint8_t* seen, int at) {
  const auto back = [&](int n) -> std::uint32_t { return at >= n ? seen[at - n] : 0; };
  const std::uint32_t last = back(1), two = last | back(2) << 8, three = two | back(3) << 16;
  const std::uint32_t four = three | back(4) << 24;
  if (at > 0) read(last, back(2));

  int k = 0;
  hashes[k++] = 0;
  hashes[k++] = mixed(1, two);
  hashes[k++] = mixed(2, three);
  hashes[k++] = mixed(3, four);
  hashes[k++] = mixed(4, word, last);
  hashes[k++] = mixed(5, last, afterOne[last] & 0xffffff);
  hashes[k++] = mixed(6, brackets[depth], word);
  hashes[k++] = mixed(7, marks, last);
  fine = last;
}

void TextContexts::read(std::uint32_t c, std::uint32_t before) {
  afterOne[before] = afterOne[before] << 8 | c;
  if (isOfWord(c)) {
    word = mixed(word, c);
    return;
  }
  if (word != 0) previous = word;
  word = 0;
  marks = marks << 8 | c;
  if ((c == '(' || c == '[' || c == '{') && depth + 1 < brackets.size())
    brackets[++depth] = mixed(previous, c);
  else if ((c == ')' || c == ']' || c == '}') && depth > 0)
    --depth;
}

}  // namespace backprop::packer
