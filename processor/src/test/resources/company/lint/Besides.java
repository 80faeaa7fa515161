// 17
package lint;

class Besides {}

class Beside {
    final int number = 1;
}
